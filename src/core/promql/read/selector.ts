import type { SyntaxNode } from '@lezer/common';
import { variableName } from '../grafana-variable.js';
import type { Matcher, MatchOperator, SelectorNode } from '../node.js';
import { parts, present, type Source } from './source.js';

/** Reads `name{label="value"}` and its shorter forms. */
export function readSelector(source: Source, expr: SyntaxNode): SelectorNode {
  let metric: string | undefined;
  const matchers: Matcher[] = [];
  for (const part of parts(expr)) {
    if (part.name === 'Identifier') metric = source.text(part);
    else {
      for (const matcher of parts(part)) {
        if (matcher.name !== 'QuotedLabelName') matchers.push(readMatcher(source, matcher));
        else if (source.word(matcher, 'matcher') !== undefined) source.later('a whole matcher in a variable', matcher);
        else if (metric !== undefined) source.fail('the name of the metric is there twice', matcher);
        else metric = source.name(matcher);
      }
    }
  }
  return { kind: 'selector', ...(metric !== undefined && { metric }), matchers };
}

function readMatcher(source: Source, matcher: SyntaxNode): Matcher {
  const [label, operator, literal] = parts(matcher);
  if (source.word(present(literal), 'label value') !== undefined) {
    source.later('a variable as a label value without quotes', literal);
  }
  const value = source.string(present(literal));
  const variable = variableName(value);
  return {
    label: source.name(present(label)),
    operator: source.text(operator) as MatchOperator,
    value,
    ...(variable !== undefined && { variable }),
  };
}
