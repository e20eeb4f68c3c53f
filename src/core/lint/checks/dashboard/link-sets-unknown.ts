import { hasVariable } from '../../../promql/grafana-variable.js';
import type { DashboardCheck, DashboardNames } from '../../check.js';
import { dashboardLinks } from '../../../document/find/links.js';

/** A link that sets a variable which its target does not have, or to a value that the target does not offer. */
export const linkSetsUnknown: DashboardCheck = {
  id: 'dashboard/link-sets-unknown',
  severity: 'warning',
  summary: 'A link that sets a variable, or a value, that the other dashboard does not have',
  looksAt: 'dashboard',
  *check(dashboard, { dashboards }) {
    for (const { link, uid, parameters, path } of dashboardLinks(dashboard)) {
      const there = dashboards?.get(uid);
      if (there === undefined) continue; // dashboard/broken-link
      for (const set of new Set(parameters.split('&'))) {
        const [, name = '', value = ''] = /^var-([^=]+)=(.*)$/s.exec(set) ?? [];
        const what = name === '' || hasVariable(name) ? undefined : unknownIn(there, name, value);
        if (what === undefined) continue;
        yield {
          message: `the link "${link.title}" sets ${name} of "${uid}"${what}`,
          path,
          fix: 'correct the link, or the variable of the other dashboard',
        };
      }
    }
  },
};

function unknownIn({ variables, offers }: DashboardNames, name: string, value: string): string | undefined {
  if (!variables.includes(name)) return ', which has no such variable';
  const offered = offers?.get(name);
  const text = decoded(value);
  if (offered === undefined || text === undefined || text === '' || text === '$__all' || hasVariable(text))
    return undefined;
  return offered.has(text) ? undefined : ` to "${text}", which it does not offer`;
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return undefined; // no address that a browser would write
  }
}
