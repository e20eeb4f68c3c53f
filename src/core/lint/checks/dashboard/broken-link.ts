import type { DashboardCheck } from '../../check.js';
import { dashboardLinks } from '../../../document/find/links.js';

/** A link to a dashboard that does not exist. */
export const brokenLink: DashboardCheck = {
  id: 'dashboard/broken-link',
  severity: 'warning',
  summary: 'A link to a dashboard that does not exist',
  looksAt: 'dashboard',
  *check(dashboard, { dashboards, pack }) {
    if (dashboards === undefined) return;
    for (const { link, uid, path } of dashboardLinks(dashboard)) {
      if (uid === dashboard.uid || dashboards.has(uid)) continue;
      yield {
        message: `the link "${link.title}" leads to the dashboard "${uid}", which does not exist`,
        path,
        fix: 'correct the uid, or remove the link',
        // Elsewhere, Grafana may have dashboards that are not among the linted files.
        ...(pack === undefined ? {} : { severity: 'error' }),
      };
    }
  },
};
