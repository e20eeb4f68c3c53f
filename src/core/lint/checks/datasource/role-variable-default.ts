import type { DashboardCheck } from '../../check.js';
import { roleVariables } from '../../judge/role-variables.js';

/** A role's variable whose value is not the datasource that the role is bound to. */
export const roleVariableDefault: DashboardCheck = {
  id: 'datasource/role-variable-default',
  severity: 'error',
  summary: 'A variable of a role whose value is not the bound datasource',
  looksAt: 'dashboard',
  *check(dashboard, context) {
    for (const { role, variable } of roleVariables(dashboard, context)) {
      const { current, name, path } = variable;
      if (current.length === 1 && current[0] === role.uid) continue;
      const found = current.length === 0 ? 'has no value' : `is ${current.map((uid) => `"${uid}"`).join(' and ')}`;
      const isClassic = dashboard.form === 'classic';
      yield {
        message: `the variable "${name}" ${found}, but ${role.name} is bound to "${role.uid}"`,
        path: isClassic && variable.json['current'] !== undefined ? [...path, 'current'] : path,
        fix: `set its current value to ${role.uid}`,
        ...(isClassic
          ? { change: { path: [...path, 'current'], value: { selected: true, text: role.uid, value: role.uid } } }
          : {}),
      };
    }
  },
};
