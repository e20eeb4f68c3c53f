import type { DashboardCheck } from '../../check.js';
import { dashboardLinks, type DashboardLinkAt } from '../../../document/find/links.js';

const handsOver = /__url_time_range|(?:^|&)(?:from|to|time)=/;

/** A link to another dashboard that forgets the time range that the viewer looks at. */
export const linkLosesTime: DashboardCheck = {
  id: 'dashboard/link-loses-time',
  severity: 'warning',
  summary: 'A link to a dashboard that does not keep the time range',
  looksAt: 'dashboard',
  *check(dashboard) {
    for (const found of dashboardLinks(dashboard)) {
      if (keepsTime(found)) continue;
      yield {
        message: `the link "${found.link.title}" to "${found.uid}" does not keep the time range`,
        path: found.path,
        fix: found.top === undefined ? 'add ${__url_time_range} to its address' : 'set "keepTime": true',
        ...(found.top === undefined || dashboard.form !== 'classic'
          ? {}
          : { change: { path: [...found.top.path, 'keepTime'], value: true } }),
      };
    }
  },
};

function keepsTime({ top, parameters }: DashboardLinkAt): boolean {
  return top?.keepTime === true || handsOver.test(parameters);
}
