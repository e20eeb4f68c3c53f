import type { Matcher, SelectorNode } from '../../promql/node.js';
import { print } from '../../promql/print.js';
import { signedSeconds } from '../../promql/duration.js';
import type { Question } from '../ask/question.js';
import type { TimeRange } from '../interpolate/time-range.js';

/** How far back Prometheus takes a sample for the present one, in seconds. */
const lookback = 300;

/** A selector as the API takes it: without window and shift. */
export function bare({ metric, matchers }: SelectorNode): string {
  return print({ kind: 'selector', ...(metric === undefined ? {} : { metric }), matchers });
}

/** A selector of all series of a name. */
export function hasName(metric: string): string {
  return print({ kind: 'selector', metric, matchers: [] });
}

/** The time whose samples a selector reads, somewhere in a query. */
export function reachOf({ range, offset }: SelectorNode, { range: asked, step }: Question): TimeRange {
  const shift = offset === undefined ? 0 : (signedSeconds(offset) ?? 0);
  const width = range === undefined ? lookback : (signedSeconds(range) ?? lookback);
  const start = step === undefined ? asked.end : asked.start;
  return { start: start - shift - width, end: asked.end - shift };
}

const plainValue = /^[\w./:@-]+$/;

/** The values that a matcher asks for, where they can be counted: of `=`, and of `=~` with plain alternatives. */
export function valuesAsked({ operator, value }: Matcher): readonly string[] | undefined {
  if (operator === '=') return [value];
  if (operator !== '=~') return undefined;
  const parts = value.replace(/^\((.*)\)$/, '$1').split('|');
  return parts.every((part) => plainValue.test(part) && !part.includes('.')) ? parts : undefined;
}
