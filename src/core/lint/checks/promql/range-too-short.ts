import { producersOf } from '../../../promql/analyze/jobs.js';
import { durationSeconds } from '../../../promql/duration.js';
import { variableName } from '../../../promql/grafana-variable.js';
import { seriesOf } from '../../../promql/analyze/lookup.js';
import type { LintContext, QueryCheck } from '../../check.js';
import { at, lookupOf } from '../../judge/known-problems.js';
import { needsTwoSamples, windowsIn, type WindowUse } from '../../../document/find/windows-in.js';
import type { ReadQuery } from '../../../document/read-dashboard.js';
import { checkOptions } from '../../options/check-options.js';
import { wholeNumber } from '../../options/option.js';

const options = checkOptions('promql/range-too-short', {
  scrapeInterval: wholeNumber(
    0,
    'the scrape interval in seconds, where neither a pack nor its metrics say it; 0: nobody knows',
  ),
});

/** A window in which two scrapes do not fit: rates have nothing to compare, and the panel has gaps or is empty. */
export const rangeTooShort: QueryCheck = {
  id: 'promql/range-too-short',
  severity: 'warning',
  summary: 'A window that is shorter than two scrapes',
  options,
  looksAt: 'query',
  *check(query, _, context) {
    if (query.node === undefined) return;
    for (const use of windowsIn(query.node)) {
      if (!needsTwoSamples(use.call)) continue;
      const { range } = use.selector;
      const seconds = durationSeconds(range);
      const interval = intervalOf(use, context);
      if (variableName(range) === '__interval' && !hasMinimumStep(query)) {
        yield {
          message: `${use.call.name}() over ${range} is empty when a viewer zooms in: the window is then shorter than two scrapes`,
          ...at(query, use.call),
          fix: 'write $__rate_interval, which Grafana keeps at four scrapes or more',
        };
      } else if (seconds !== undefined && interval !== undefined && seconds < 2 * interval) {
        yield {
          message: `${use.call.name}() over ${range} has fewer than two samples ${seconds <= interval ? 'always' : 'at times'}: the series is scraped every ${interval}s`,
          ...at(query, use.call),
          fix: `write $__rate_interval, or a window of ${4 * interval}s or more`,
          ...(seconds < interval && { severity: 'error' as const }),
        };
      }
    }
  },
};

/** How often a series is scraped: what its producer says, else what the context says of all. */
function intervalOf({ selector }: WindowUse, context: LintContext): number | undefined {
  const family = seriesOf(selector, lookupOf(context))?.family;
  const declared = (family === undefined ? [] : producersOf(family))
    .map(({ scrapeInterval }) => durationSeconds(scrapeInterval))
    .filter((seconds) => seconds !== undefined);
  // Of several, the shortest: what is too short for it is too short for all.
  return declared.length > 0 ? Math.min(...declared) : (context.scrapeInterval ?? toldInterval(context));
}

function toldInterval(context: LintContext): number | undefined {
  const { scrapeInterval } = options.of(context);
  return scrapeInterval === 0 ? undefined : scrapeInterval;
}

/** A minimum step of the target or the panel makes `$__interval` as long as the author wants. */
function hasMinimumStep({ json, panel }: ReadQuery): boolean {
  return [json['interval'], panel?.json['interval']].some((value) => typeof value === 'string' && value !== '');
}
