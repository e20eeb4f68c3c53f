import type { DashboardCheck } from '../../check.js';

/** A dashboard without a uid: Grafana makes one up at every import, so that no link to it lasts. */
export const noUid: DashboardCheck = {
  id: 'dashboard/no-uid',
  severity: 'warning',
  summary: 'A dashboard without a uid',
  looksAt: 'dashboard',
  *check({ uid, path }) {
    if (uid !== undefined && uid !== '') return;
    yield {
      message: 'the dashboard has no uid: Grafana makes one up, another in every place',
      path,
      fix: 'give it a uid of letters, digits, - and _, at most 40 long',
    };
  },
};
