import { findVariables } from '../../../promql/grafana-variable.js';
import type { DashboardCheck } from '../../check.js';
import { isIdle } from '../../../document/find/idle-variable.js';
import { dashboardLinks, type DashboardLinkAt } from '../../../document/find/links.js';

/** A link to a dashboard that has a variable of the same name, which forgets what the viewer chose. */
export const linkLosesVariables: DashboardCheck = {
  id: 'dashboard/link-loses-variables',
  severity: 'warning',
  summary: 'A link to a dashboard that does not hand over variables which both have',
  looksAt: 'dashboard',
  *check(dashboard, { dashboards }) {
    const chosen = dashboard.variables.filter(
      (variable) => variable.hide !== 2 && variable.name !== '' && !isIdle(variable, dashboard),
    );
    for (const found of dashboardLinks(dashboard)) {
      if (found.uid === dashboard.uid || found.top?.includeVars === true) continue;
      const there = dashboards?.get(found.uid);
      const handed = handedOver(found);
      const lost = chosen
        .map(({ name }) => name)
        .filter((name) => there?.variables.includes(name) === true && there.idle?.includes(name) !== true)
        .filter((name) => !handed(name));
      if (lost.length === 0) continue;
      yield {
        message: `the link "${found.link.title}" to "${found.uid}" does not hand over ${lost.join(', ')}, which both dashboards have`,
        path: found.path,
        fix:
          found.top === undefined
            ? `add ${lost.map((name) => `\${${name}:queryparam}`).join('&')} to its address`
            : 'set "includeVars": true',
        ...(found.top === undefined || dashboard.form !== 'classic'
          ? {}
          : { change: { path: [...found.top.path, 'includeVars'], value: true } }),
      };
    }
  },
};

/** True where a link's address says something of a variable. */
function handedOver({ parameters }: DashboardLinkAt): (name: string) => boolean {
  const used = new Set(findVariables(parameters).map(({ name }) => name));
  const all = used.has('__all_variables');
  return (name) => all || used.has(name) || parameters.includes(`var-${name}=`);
}
