import { hasVariable, variableName } from '../../promql/grafana-variable.js';
import type { LintContext, LintPack } from '../check.js';
import type { DatasourceUse, ReadDashboard, ReadVariable } from '../../document/read-dashboard.js';

/** Where a reference to a datasource leads in a pack's Grafana. */
export type DatasourceTarget =
  /** A datasource that the pack provisions, and the roles that are bound to it. */
  | { readonly kind: 'bound'; readonly uid: string; readonly roles: readonly string[] }
  /** A variable of the dashboard that lists datasources, and where it leads at first. */
  | {
      readonly kind: 'chosen';
      readonly variable: ReadVariable;
      readonly uid: string | undefined;
      readonly roles: readonly string[];
    };

/** Finds where a reference leads; undefined where nobody can say. */
export function datasourceTarget(
  use: DatasourceUse,
  dashboard: ReadDashboard,
  context: LintContext,
): DatasourceTarget | undefined {
  const { pack } = context;
  const { uid } = use;
  if (pack === undefined || uid === undefined) return undefined;
  const name = variableName(uid);
  if (name === undefined) return hasVariable(uid) || !pack.uids.has(uid) ? undefined : bound(uid, pack);
  const role = pack.roles.find(({ variable }) => variable === name);
  if (role !== undefined) return { kind: 'bound', uid: role.uid, roles: [role.name] };
  const variable = dashboard.variables.find((candidate) => candidate.name === name && candidate.type === 'datasource');
  if (variable === undefined) return undefined;
  const first = variable.current.length === 1 ? variable.current[0] : undefined;
  return { kind: 'chosen', variable, uid: first, roles: first === undefined ? [] : bound(first, pack).roles };
}

function bound(
  uid: string,
  pack: LintPack,
): { readonly kind: 'bound'; readonly uid: string; readonly roles: readonly string[] } {
  return { kind: 'bound', uid, roles: pack.roles.filter((role) => role.uid === uid).map(({ name }) => name) };
}
