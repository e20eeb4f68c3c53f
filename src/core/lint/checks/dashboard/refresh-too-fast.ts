import { durationSeconds } from '../../../promql/duration.js';
import type { DashboardCheck } from '../../check.js';
import { checkOptions } from '../../options/check-options.js';
import { duration } from '../../options/option.js';
import { textOf } from '../../../document/read/values.js';

const options = checkOptions('dashboard/refresh-too-fast', {
  least: duration('5s', 'the shortest interval that Grafana accepts: its `min_refresh_interval`'),
});

/** A dashboard that asks more often than Grafana allows, or than there is anything new. */
export const refreshTooFast: DashboardCheck = {
  id: 'dashboard/refresh-too-fast',
  severity: 'warning',
  summary: 'A dashboard that refreshes faster than Grafana allows or Prometheus scrapes',
  looksAt: 'dashboard',
  options,
  *check({ form, json, path }, context) {
    const text = form === 'classic' ? textOf(json['refresh']) : undefined;
    const seconds = text === undefined ? undefined : durationSeconds(text);
    if (text === undefined || seconds === undefined || seconds <= 0) return;
    const { least } = options.of(context);
    const { scrapeInterval } = context;
    const place = [...path, 'refresh'];
    if (seconds < (durationSeconds(least) ?? 0)) {
      yield {
        message: `the dashboard refreshes every ${text}: Grafana allows ${least} at the fastest, unless it is told otherwise`,
        path: place,
        fix: `refresh every ${least} or more slowly`,
        // What Grafana does anyway.
        change: { path: place, value: least },
      };
    } else if (scrapeInterval !== undefined && seconds < scrapeInterval) {
      yield {
        message: `the dashboard refreshes every ${text}, but Prometheus scrapes every ${scrapeInterval}s: most refreshes show nothing new`,
        path: place,
        fix: `refresh every ${scrapeInterval}s or more slowly`,
        change: { path: place, value: `${Math.ceil(scrapeInterval)}s` },
      };
    }
  },
};
