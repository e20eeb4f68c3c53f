import type { DashboardCheck } from '../../check.js';

/** A dashboard without a title: Grafana refuses to load it. */
export const noTitle: DashboardCheck = {
  id: 'dashboard/no-title',
  severity: 'error',
  summary: 'A dashboard without a title',
  looksAt: 'dashboard',
  *check({ title, path, json, form }) {
    if (title.trim() !== '') return;
    yield {
      message: 'the dashboard has no title: Grafana refuses to load it',
      path: form === 'classic' && json['title'] !== undefined ? [...path, 'title'] : path,
      fix: 'give it a title',
    };
  },
};
