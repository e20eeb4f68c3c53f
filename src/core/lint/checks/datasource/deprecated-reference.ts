import { hasVariable, variableName } from '../../../promql/grafana-variable.js';
import type { DashboardCheck, LintPack, Problem } from '../../check.js';
import { datasourceUses, isOwnDatasource } from '../../../document/find/datasource-uses.js';
import type { DatasourceUse, ReadDashboard } from '../../../document/read-dashboard.js';

/** The schema versions from which on Grafana refers to datasources by uid: before, names and `null` are normal. */
const byUid = 36;

/** A datasource referred to by its name, or by `null` for whatever is the default, as before Grafana 8.3. */
export const deprecatedReference: DashboardCheck = {
  id: 'datasource/deprecated-reference',
  severity: 'warning',
  summary: 'A datasource referred to by name or by null',
  looksAt: 'dashboard',
  *check(dashboard, { pack }) {
    if ((dashboard.schemaVersion ?? 0) < byUid) return;
    for (const { use, owner, panel } of datasourceUses(dashboard)) {
      const asksNothing = panel !== undefined && panel.queries.length === 0;
      if (!use.legacy || asksNothing || isOwnDatasource(use)) continue;
      yield use.uid === undefined
        ? {
            message: `${owner} names no datasource (null): it asks whichever is the default of the Grafana that shows it`,
            path: use.path,
            fix: 'name one: { "type": "prometheus", "uid": … }',
          }
        : {
            message: `${owner} refers to its datasource by the text "${use.uid}": Grafana has gone over to uids`,
            path: use.path,
            // A text that is a variable works as before.
            ...(hasVariable(use.uid) ? { severity: 'note' } : {}),
            fix: 'write { "type": "prometheus", "uid": … }',
            ...toObject(use, dashboard, pack),
          };
    }
  },
};

/** In a pack the name of a datasource is its uid, so that what it means is certain. */
function toObject(
  { uid = '', path }: DatasourceUse,
  { form }: ReadDashboard,
  pack: LintPack | undefined,
): Pick<Problem, 'change'> {
  const role = pack?.roles.find(({ variable }) => variable === variableName(uid));
  const meant = role === undefined ? uid : `\${${role.variable}}`;
  if (form !== 'classic' || pack === undefined || (role === undefined && !pack.uids.has(uid))) return {};
  return { change: { path, value: { type: 'prometheus', uid: meant } } };
}
