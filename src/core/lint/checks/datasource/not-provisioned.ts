import { hasVariable } from '../../../promql/grafana-variable.js';
import type { DashboardCheck } from '../../check.js';
import { datasourceUses, isOwnDatasource } from '../../facts/datasource-uses.js';

/** A datasource that the pack does not provision: Grafana says "Datasource … was not found", and the panel is empty. */
export const notProvisioned: DashboardCheck = {
  id: 'datasource/not-provisioned',
  severity: 'error',
  summary: 'A datasource that the pack does not provision',
  looksAt: 'dashboard',
  *check(dashboard, { pack }) {
    if (pack === undefined) return;
    for (const { use, owner } of datasourceUses(dashboard)) {
      const { uid } = use;
      if (uid === undefined || uid === '' || hasVariable(uid) || isOwnDatasource(use) || pack.uids.has(uid)) continue;
      yield {
        message: `${owner} asks the datasource "${uid}", which the pack ${pack.name} does not provision`,
        path: use.legacy ? use.path : [...use.path, 'uid'],
        fix: `name one of ${[...pack.uids].join(', ')}, or provision "${uid}"`,
      };
    }
  },
};
