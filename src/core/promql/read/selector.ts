import type { SyntaxNode } from '@lezer/common';
import { variableName } from '../grafana-variable.js';
import type { Matcher, MatchOperator, SelectorNode } from '../node.js';
import { parts, present, type Source } from './source.js';

/** Reads `name{label="value"}` and its shorter forms. */
export function readSelector(source: Source, expr: SyntaxNode): SelectorNode {
  let metric: string | undefined;
  const matchers: Matcher[] = [];
  const verbatim: string[] = [];
  for (const part of parts(expr)) {
    if (part.name === 'Identifier') {
      metric = source.text(part);
      // An operator, which lezer reads as a name.
      if (metric.toLowerCase() === 'atan2') source.fail(`unexpected "${metric}"`, part);
    } else {
      for (const matcher of parts(part)) {
        const word = source.word(matcher, 'matcher');
        if (matcher.name !== 'QuotedLabelName') matchers.push(readMatcher(source, matcher));
        else if (word !== undefined) verbatim.push(word);
        else if (metric !== undefined) source.fail('the name of the metric is there twice', matcher);
        else metric = source.name(matcher);
      }
      verbatim.push(...source.unseen(part));
    }
  }
  return {
    kind: 'selector',
    ...(metric !== undefined && { metric }),
    matchers,
    ...(verbatim.length > 0 && { verbatim }),
  };
}

function readMatcher(source: Source, matcher: SyntaxNode): Matcher {
  const [label, operator, literal] = parts(matcher);
  const unquoted = source.word(present(literal), 'label value');
  const value = unquoted ?? source.string(present(literal));
  const variable = variableName(value);
  return {
    label: source.name(present(label)),
    operator: source.text(operator) as MatchOperator,
    value,
    ...(variable !== undefined && { variable }),
    ...(unquoted !== undefined && { unquoted: true }),
  };
}
