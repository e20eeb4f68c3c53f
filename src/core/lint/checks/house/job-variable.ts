import type { DashboardCheck } from '../../check.js';
import { houseVariableProblems, variableOptions } from '../../judge/house-variable.js';
import { checkOptions } from '../../options/check-options.js';

const options = checkOptions('house/job-variable', variableOptions('job', 'Job'));

/** A dashboard without a variable for the label `job`, or with another one than the house asks for. */
export const jobVariable: DashboardCheck = {
  id: 'house/job-variable',
  severity: 'warning',
  summary: 'A dashboard without the variable `job` as the house asks for it',
  looksAt: 'dashboard',
  isOff: true,
  options,
  *check(dashboard, context) {
    yield* houseVariableProblems(dashboard, options.of(context));
  },
};
