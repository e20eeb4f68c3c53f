import type { Change, DashboardCheck } from '../../check.js';
import { roleRegexProblem } from '../../judge/role-regex.js';
import { roleRegex } from '../../judge/role-variable-json.js';
import { roleVariables } from '../../judge/role-variables.js';

/**
 * A role's variable that could hold more than the bound datasource. Grafana matches the name of a datasource, which in
 * a pack is its uid.
 */
export const roleVariableRegex: DashboardCheck = {
  id: 'datasource/role-variable-regex',
  severity: 'warning',
  summary: 'A variable of a role whose regular expression is missing, too wide, or wrong',
  looksAt: 'dashboard',
  *check(dashboard, context) {
    if (context.pack === undefined) return;
    for (const found of roleVariables(dashboard, context)) {
      const problem = roleRegexProblem(found, context.pack);
      if (problem === undefined) continue;
      const { name, path, json, hide, skipUrlSync } = found.variable;
      const isClassic = dashboard.form === 'classic';
      const regex = roleRegex(found.role);
      // The expression alone would keep an address from choosing another one: together they are one problem.
      const isSetByAddress = hide === 2 && !skipUrlSync && !problem.leavesOut;
      const changes: readonly Change[] = [
        { path: [...path, 'regex'], value: regex },
        ...(isSetByAddress ? [{ path: [...path, 'skipUrlSync'], value: true }] : []),
      ];
      yield {
        message: `the variable "${name}" ${problem.text}${isSetByAddress ? ', and an address can set it' : ''}`,
        path: isClassic && json['regex'] !== undefined ? [...path, 'regex'] : path,
        fix: `set its regular expression to ${regex}${isSetByAddress ? ', and "skipUrlSync": true' : ''}`,
        ...(problem.leavesOut ? { severity: 'error' } : {}),
        ...(isClassic ? { changes } : {}),
      };
    }
  },
};
