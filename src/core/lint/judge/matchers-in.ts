import { walk, type Matcher, type SelectorNode } from '../../promql/node.js';
import type { TextRange } from '../../document/json-path.js';
import type { ReadQuery } from '../../document/read-dashboard.js';
import { rangeOf } from './place.js';

/** A matcher of a query, with the selector that has it. */
export interface MatcherUse {
  readonly matcher: Matcher;
  readonly selector: SelectorNode;
}

/** The matchers of a query, in the order they are written. */
export function matchersIn(query: ReadQuery): readonly MatcherUse[] {
  const found: MatcherUse[] = [];
  if (query.node === undefined) return found;
  walk(query.node, (node) => {
    if (node.kind === 'selector') found.push(...node.matchers.map((matcher) => ({ matcher, selector: node })));
  });
  return found;
}

/** Where the parts of a matcher stand in the text of its query. `value` is with its quotes. */
export interface MatcherPlace {
  readonly whole: TextRange;
  readonly operator: TextRange;
  readonly value: TextRange;
}

const literal = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/.source;
const matcherText = new RegExp(
  `([^\\s{},=!~"'\`]+|${literal})(\\s*)(=~|!~|!=|=)(\\s*)(${literal})|${literal}|#[^\\n]*`,
  'gs',
);

/** Where a matcher stands in the text of its query; undefined where the text cannot be told apart. */
export function placeOf(query: ReadQuery, { matcher, selector }: MatcherUse): MatcherPlace | undefined {
  const range = rangeOf(query, selector);
  if (range === undefined) return undefined;
  const written = [...query.expr.slice(range.from, range.to).matchAll(matcherText)].filter(
    ([, label]) => label !== undefined,
  );
  const match = written.length === selector.matchers.length ? written[selector.matchers.indexOf(matcher)] : undefined;
  if (match === undefined) return undefined;
  const [text, label = '', before = '', operator = '', between = ''] = match;
  const from = range.from + match.index;
  const sign = from + label.length + before.length;
  const to = from + text.length;
  return {
    whole: { from, to },
    operator: { from: sign, to: sign + operator.length },
    value: { from: sign + operator.length + between.length, to },
  };
}
