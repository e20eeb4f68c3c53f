import type { DashboardCheck } from '../../check.js';
import { asksPrometheus } from '../../judge/house-variable.js';
import { checkOptions } from '../../options/check-options.js';
import { texts } from '../../options/option.js';

const options = checkOptions('house/required-variables', {
  variables: texts([], 'the names of the variables'),
});

/** A dashboard without a variable that the house asks for. Without `variables`, it asks for none. */
export const requiredVariables: DashboardCheck = {
  id: 'house/required-variables',
  severity: 'warning',
  summary: 'A dashboard without a variable that the house asks for',
  looksAt: 'dashboard',
  isOff: true,
  options,
  *check(dashboard, context) {
    if (!asksPrometheus(dashboard)) return;
    const declared = new Set(dashboard.variables.map(({ name }) => name));
    for (const name of options.of(context).variables) {
      if (declared.has(name)) continue;
      yield {
        message: `the dashboard has no variable "${name}", which the house asks for`,
        path: dashboard.path,
        fix: `add a variable "${name}"`,
      };
    }
  },
};
