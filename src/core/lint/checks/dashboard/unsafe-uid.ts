import type { DashboardCheck } from '../../check.js';

/**
 * The uids that Grafana accepts. Source: `IsValidShortUID` and `ValidateUID` in github.com/grafana/grafana, pkg/util
 */
const safe = /^[A-Za-z0-9_-]+$/;
const longest = 40;

/** A uid that Grafana refuses: the dashboard is not loaded at all. */
export const unsafeUid: DashboardCheck = {
  id: 'dashboard/unsafe-uid',
  severity: 'error',
  summary: 'A uid that Grafana refuses',
  looksAt: 'dashboard',
  *check({ uid, path, form }) {
    if (form !== 'classic' || uid === undefined || uid === '' || uid.includes('${')) return;
    const place = { path: [...path, 'uid'], fix: 'use letters, digits, - and _, at most 40 of them' };
    if (!safe.test(uid))
      yield {
        message: `Grafana refuses the uid "${uid}": it has other characters than letters, digits, - and _`,
        ...place,
      };
    else if (uid.length > longest)
      yield {
        message: `Grafana refuses the uid "${uid}": it has ${uid.length} characters, and 40 are allowed`,
        ...place,
      };
  },
};
