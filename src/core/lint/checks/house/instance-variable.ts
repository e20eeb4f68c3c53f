import type { DashboardCheck } from '../../check.js';
import { houseVariableProblems, variableOptions } from '../../judge/house-variable.js';
import { checkOptions } from '../../options/check-options.js';

const options = checkOptions('house/instance-variable', variableOptions('instance', 'Instance'));

/** A dashboard without a variable for the label `instance`, or with another one than the house asks for. */
export const instanceVariable: DashboardCheck = {
  id: 'house/instance-variable',
  severity: 'warning',
  summary: 'A dashboard without the variable `instance` as the house asks for it',
  looksAt: 'dashboard',
  isOff: true,
  options,
  *check(dashboard, context) {
    yield* houseVariableProblems(dashboard, options.of(context));
  },
};
