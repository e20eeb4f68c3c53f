import type { DashboardCheck } from '../../check.js';
import { datasourceUses } from '../../../document/find/datasource-uses.js';
import { isPlaceholder, undeclaredVariables } from '../../../document/find/undeclared-variables.js';

/** A datasource that is a variable which the dashboard does not declare: "Datasource ${DS_X} was not found". */
export const undeclaredVariable: DashboardCheck = {
  id: 'datasource/undeclared-variable',
  severity: 'error',
  summary: 'A datasource that is a variable which the dashboard does not declare',
  looksAt: 'dashboard',
  *check(dashboard, { pack }) {
    for (const { use, owner } of datasourceUses(dashboard)) {
      const [missing] = undeclaredVariables(use.uid ?? '', dashboard);
      const isRole = pack?.roles.some(({ variable }) => variable === missing?.name) === true;
      if (missing === undefined || isRole) continue; // datasource/role-variable-missing says so of roles
      yield {
        message: `the datasource of ${owner} is the variable "${missing.name}", which the dashboard does not declare`,
        path: use.legacy ? use.path : [...use.path, 'uid'],
        ...(isPlaceholder(missing.name) ? { severity: 'warning' } : {}),
        fix: `declare a datasource variable "${missing.name}", or name a datasource`,
      };
    }
  },
};
