import type { DashboardCheck } from '../../check.js';

/** A dashboard that viewers may edit although a file provides it: what they save is lost. */
export const editable: DashboardCheck = {
  id: 'dashboard/editable',
  severity: 'note',
  summary: 'A dashboard that can be edited in Grafana',
  looksAt: 'dashboard',
  *check({ form, json, path }) {
    if (form !== 'classic' || json['editable'] === false) return;
    yield {
      message: 'the dashboard can be edited in Grafana, away from the file it is provided by',
      path: json['editable'] === undefined ? path : [...path, 'editable'],
      fix: 'set "editable": false',
      change: { path: [...path, 'editable'], value: false },
    };
  },
};
