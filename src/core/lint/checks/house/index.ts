import type { Check } from '../../check.js';
import { counterRate } from './counter-rate.js';
import { datasourceVariable } from './datasource-variable.js';
import { instanceMatcher } from './instance-matcher.js';
import { instanceVariable } from './instance-variable.js';
import { jobMatcher } from './job-matcher.js';
import { jobVariable } from './job-variable.js';
import { panelDatasource } from './panel-datasource.js';
import { panelUnit } from './panel-unit.js';
import { rateInterval } from './rate-interval.js';
import { requiredMatchers } from './required-matchers.js';
import { requiredVariables } from './required-variables.js';

/** The checks of the group `house`: styles that a house may choose. They are off until it does. */
export const houseChecks: readonly Check[] = [
  datasourceVariable,
  panelDatasource,
  jobVariable,
  instanceVariable,
  requiredVariables,
  jobMatcher,
  instanceMatcher,
  requiredMatchers,
  rateInterval,
  counterRate,
  panelUnit,
];
