import type { Change, DashboardCheck } from '../../check.js';
import { roleVariableJson } from '../../judge/role-variable-json.js';
import { roleVariables } from '../../judge/role-variables.js';
import { isRecord } from '../../../document/read/values.js';
import type { Json } from '../../../model/json.js';
import type { ReadDashboard } from '../../../document/read-dashboard.js';

/** A role of the pack without its hidden variable: links and panels that name `${DS_<ROLE>}` lead nowhere. */
export const roleVariableMissing: DashboardCheck = {
  id: 'datasource/role-variable-missing',
  severity: 'error',
  summary: 'A role of the pack whose variable the dashboard does not declare',
  looksAt: 'dashboard',
  *check(dashboard, context) {
    const declared = new Set(roleVariables(dashboard, context).map(({ role }) => role.name));
    const missing = (context.pack?.roles ?? []).filter(({ name }) => !declared.has(name));
    const others = new Map(dashboard.variables.map((variable) => [variable.name, variable]));
    for (const role of missing) {
      const other = others.get(role.variable);
      if (other === undefined) continue;
      const message = `the variable "${role.variable}" stands for the role ${role.name}, but is of type "${other.type}", not datasource`;
      yield { message, path: other.path, fix: `make it a datasource variable whose value is ${role.uid}` };
    }
    const absent = missing.filter(({ variable }) => !others.has(variable));
    if (absent.length === 0) return;
    const names = absent.map(({ variable }) => `"${variable}"`).join(', ');
    const roles = absent.map(({ name }) => name).join(', ');
    const values = absent.map(({ variable, uid }) => `${variable} = ${uid}`).join(', ');
    yield {
      message:
        absent.length === 1
          ? `the dashboard does not declare the variable ${names} of the role ${roles}`
          : `the dashboard does not declare the variables of ${absent.length} roles: ${names}`,
      path: dashboard.form === 'classic' ? [...dashboard.path, 'templating', 'list'] : dashboard.path,
      fix: `declare ${absent.length === 1 ? 'a hidden datasource variable' : 'hidden datasource variables'}: ${values}`,
      changes: additions(dashboard, absent.map(roleVariableJson)),
    };
  },
};

/** Adds variables behind the others of a classic dashboard. */
function additions({ form, json, path }: ReadDashboard, variables: readonly Json[]): readonly Change[] {
  const { templating } = json;
  if (form !== 'classic' || (templating !== undefined && !isRecord(templating))) return [];
  const place = [...path, 'templating'];
  if (templating === undefined) return [{ path: place, value: { list: variables } }];
  const { list } = templating;
  if (list === undefined || (Array.isArray(list) && list.length === 0))
    return [{ path: [...place, 'list'], value: variables }];
  if (!Array.isArray(list)) return [];
  return variables.map((value, index) => ({ path: [...place, 'list', list.length + index], value }));
}
