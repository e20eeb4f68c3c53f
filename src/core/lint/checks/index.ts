import type { Check } from '../check.js';
import { dashboardChecks } from './dashboard/index.js';
import { datasourceChecks } from './datasource/index.js';
import { houseChecks } from './house/index.js';
import { logqlChecks } from './logql/index.js';
import { panelChecks } from './panel/index.js';
import { promqlChecks } from './promql/index.js';
import { ruleChecks } from './rule/index.js';
import { variableChecks } from './variable/index.js';

/** Every check there is, by group. A test finds files that no group lists. */
export const checks: readonly Check[] = [
  ...datasourceChecks,
  ...promqlChecks,
  ...logqlChecks,
  ...panelChecks,
  ...variableChecks,
  ...dashboardChecks,
  ...ruleChecks,
  ...houseChecks,
];
