import type { DashboardCheck } from '../../check.js';
import { roleRegexProblem } from '../../judge/role-regex.js';
import { roleVariables } from '../../judge/role-variables.js';

/** A role's variable that a viewer or an address can change: its panels then ask a server without their metrics. */
export const roleVariableVisible: DashboardCheck = {
  id: 'datasource/role-variable-visible',
  severity: 'error',
  summary: 'A variable of a role that a viewer or an address can change',
  looksAt: 'dashboard',
  *check(dashboard, context) {
    const isClassic = dashboard.form === 'classic';
    for (const found of roleVariables(dashboard, context)) {
      const { role, variable } = found;
      const { name, path } = variable;
      const problem = context.pack === undefined ? undefined : roleRegexProblem(found, context.pack);
      if (variable.hide !== 2) {
        yield {
          message: `viewers see the variable "${name}" and can point ${role.name} at another datasource`,
          path,
          fix: 'hide it: "hide": 2',
          ...(isClassic ? { change: { path: [...path, 'hide'], value: 2 } } : {}),
        };
      } else if (!variable.skipUrlSync && problem?.leavesOut !== false) {
        // datasource/role-variable-regex says so of a variable that lets other datasources through.
        yield {
          message: `an address can set the variable "${name}" and point ${role.name} at another datasource`,
          path,
          severity: 'warning',
          fix: 'set "skipUrlSync": true',
          ...(isClassic ? { change: { path: [...path, 'skipUrlSync'], value: true } } : {}),
        };
      }
    }
  },
};
