import { durationSeconds } from '../../../promql/duration.js';
import type { DashboardCheck } from '../../check.js';
import { textOf } from '../../read/values.js';

/** The shortest interval that Grafana accepts as it is installed (`min_refresh_interval`). */
const shortest = 5;

/** A dashboard that asks more often than Grafana allows, or than there is anything new. */
export const refreshTooFast: DashboardCheck = {
  id: 'dashboard/refresh-too-fast',
  severity: 'warning',
  summary: 'A dashboard that refreshes faster than Grafana allows or Prometheus scrapes',
  looksAt: 'dashboard',
  *check({ form, json, path }, { scrapeInterval }) {
    const text = form === 'classic' ? textOf(json['refresh']) : undefined;
    const seconds = text === undefined ? undefined : durationSeconds(text);
    if (text === undefined || seconds === undefined || seconds <= 0) return;
    if (seconds < shortest) {
      yield {
        message: `the dashboard refreshes every ${text}: Grafana allows 5s at the fastest, unless it is told otherwise`,
        path: [...path, 'refresh'],
        fix: 'refresh every 10s or more slowly',
      };
    } else if (scrapeInterval !== undefined && seconds < scrapeInterval) {
      yield {
        message: `the dashboard refreshes every ${text}, but Prometheus scrapes every ${scrapeInterval}s: most refreshes show nothing new`,
        path: [...path, 'refresh'],
        fix: `refresh every ${scrapeInterval}s or more slowly`,
      };
    }
  },
};
