import type { DashboardCheck } from '../../check.js';

/** Two dashboards with one uid: Grafana loads one of them, and which depends on the order of the files. */
export const duplicateUid: DashboardCheck = {
  id: 'dashboard/duplicate-uid',
  severity: 'error',
  summary: 'Two dashboards with the same uid',
  looksAt: 'dashboard',
  *check({ uid, title, path, form }, { dashboards }) {
    const other = uid === undefined || uid === '' ? undefined : dashboards?.get(uid);
    if (other === undefined || other.title === title) return;
    yield {
      message: `the dashboard "${other.title}" has the uid "${uid}" too: Grafana loads only one of them`,
      path: form === 'classic' ? [...path, 'uid'] : path,
      fix: 'give one of them another uid',
    };
  },
};
