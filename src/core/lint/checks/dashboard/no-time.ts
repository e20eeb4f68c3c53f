import type { DashboardCheck } from '../../check.js';
import { recordOf, textOf } from '../../../document/read/values.js';

/** A dashboard that does not say which time range it opens with. */
export const noTime: DashboardCheck = {
  id: 'dashboard/no-time',
  severity: 'note',
  summary: 'A dashboard without a time range of its own',
  looksAt: 'dashboard',
  *check({ form, json, path }) {
    if (form !== 'classic') return;
    const time = recordOf(json['time']);
    if ((textOf(time['from']) ?? '') !== '' && (textOf(time['to']) ?? '') !== '') return;
    yield {
      message: 'the dashboard does not say which time range it opens with: Grafana shows the last 6 hours',
      path: json['time'] === undefined ? path : [...path, 'time'],
      fix: 'set "time": { "from": "now-1h", "to": "now" } or what suits its queries',
    };
  },
};
