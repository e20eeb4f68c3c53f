import type { DashboardCheck } from '../../check.js';
import { roleVariables } from '../../facts/role-variables.js';

/** A role of the pack without its hidden variable: links and panels that name `${DS_<ROLE>}` lead nowhere. */
export const roleVariableMissing: DashboardCheck = {
  id: 'datasource/role-variable-missing',
  severity: 'error',
  summary: 'A role of the pack whose variable the dashboard does not declare',
  looksAt: 'dashboard',
  *check(dashboard, context) {
    const declared = new Set(roleVariables(dashboard, context).map(({ role }) => role.name));
    for (const role of context.pack?.roles ?? []) {
      if (declared.has(role.name)) continue;
      const other = dashboard.variables.find(({ name }) => name === role.variable);
      if (other !== undefined) {
        const message = `the variable "${role.variable}" stands for the role ${role.name}, but is of type "${other.type}", not datasource`;
        yield { message, path: other.path, fix: `make it a datasource variable whose value is ${role.uid}` };
        continue;
      }
      yield {
        message: `the dashboard does not declare the variable "${role.variable}" of the role ${role.name}`,
        path: dashboard.form === 'classic' ? [...dashboard.path, 'templating', 'list'] : dashboard.path,
        fix: `declare a hidden datasource variable "${role.variable}" whose value is ${role.uid}`,
      };
    }
  },
};
