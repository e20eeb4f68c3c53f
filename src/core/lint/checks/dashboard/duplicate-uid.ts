import type { DashboardCheck, DashboardPlace, LintContext, Problem } from '../../check.js';
import type { ReadDashboard } from '../../../document/read-dashboard.js';

/** Two dashboards with one uid: Grafana loads one of them, and which depends on the order of the files. */
export const duplicateUid: DashboardCheck = {
  id: 'dashboard/duplicate-uid',
  severity: 'error',
  summary: 'Two dashboards with the same uid',
  looksAt: 'dashboard',
  *check(dashboard, context) {
    const { uid, path, form } = dashboard;
    const found = uid === undefined || uid === '' ? undefined : problemOf(dashboard, uid, context);
    if (found !== undefined) yield { ...found, path: form === 'classic' ? [...path, 'uid'] : path };
  },
};

function problemOf(dashboard: ReadDashboard, uid: string, context: LintContext): Problem | undefined {
  const fix = 'give one of them another uid';
  const [first] = context.copies?.get(uid) ?? [];
  if (first === undefined) {
    // Without files there are titles only: the dashboards of a pack.
    const other = context.dashboards?.get(uid);
    if (other === undefined || other.title === dashboard.title) return undefined;
    return { message: `the dashboard "${other.title}" has the uid "${uid}" too: Grafana loads only one of them`, fix };
  }
  if (isAt(first, dashboard, context)) return undefined; // the first says nothing: the others do
  if (first.title !== dashboard.title) {
    const message = `the dashboard "${first.title}" in ${first.file} has the uid "${uid}" too: Grafana loads only one of them`;
    return { message, fix };
  }
  return {
    message: `the same dashboard is in ${first.file}: where both are provisioned, Grafana loads only one of them`,
    severity: 'warning', // one may be a copy for another Grafana
    fix: 'remove one of them, or give it another uid',
  };
}

function isAt(place: DashboardPlace, { path }: ReadDashboard, { file }: LintContext): boolean {
  return place.file === file && place.path.join('\0') === path.join('\0');
}
