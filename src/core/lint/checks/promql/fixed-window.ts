import { durationSeconds } from '../../../promql/duration.js';
import type { Node } from '../../../promql/node.js';
import type { QueryCheck } from '../../check.js';
import { isDrawnOverTime } from '../../../document/find/drawn.js';
import { asksUnknown } from '../../judge/asks-unknown.js';
import { at, knownProblems } from '../../judge/known-problems.js';
import { windowsIn } from '../../../document/find/windows-in.js';
import type { ReadQuery } from '../../../document/read-dashboard.js';

const rates: ReadonlySet<string> = new Set(['rate', 'irate']);

/** A rate over a window of fixed length, drawn over time: zoomed out it skips samples, zoomed in it blurs. */
export const fixedWindow: QueryCheck = {
  id: 'promql/fixed-window',
  severity: 'note',
  summary: 'A fixed window where $__rate_interval belongs',
  looksAt: 'query',
  *check(query, _, context) {
    if (query.node === undefined || !isDrawnOverTime(query)) return;
    const wrong = new Set<Node>(knownProblems(query, context, 'wrong-metric-type').map(({ node }) => node));
    const seen = new Set<string>();
    for (const { call, selector } of windowsIn(query.node)) {
      const { range } = selector;
      if (!rates.has(call.name) || seen.has(range) || durationSeconds(range) === undefined || isPromised(query, range))
        continue;
      if (wrong.has(call) || asksUnknown(query, call, context)) continue; // another window would not put it right
      seen.add(range);
      yield {
        message: `${call.name}() over a fixed window of ${range} skips samples when a viewer zooms out, and blurs when one zooms in`,
        ...at(query, call),
        fix: 'write $__rate_interval, or name the window in the title if it is meant',
      };
    }
  },
};

/** True where a viewer is told of the window, in the title, the description or the legend. */
function isPromised({ panel, legend }: ReadQuery, range: string): boolean {
  const [, number = '', unit = ''] = /^(\d+)([smhdwy])$/.exec(range) ?? [];
  const long = { s: 'sec', m: 'min', h: 'h', d: 'day', w: 'week', y: 'year' }[unit] ?? unit;
  const promise = new RegExp(`\\b${range}\\b|\\b${number}[\\s-]?${long}`, 'i');
  return (
    number !== '' && [panel?.title, panel?.description, legend].some((text) => text !== undefined && promise.test(text))
  );
}
