import type { LintedDashboard, LintedVariable } from '../subject.js';
import { variableUses } from './variable-uses.js';

/** Whether a variable is a drop-down of datasources that nothing follows: what a viewer chooses there is nobody's loss. */
export function isIdle({ type, name }: LintedVariable, dashboard: LintedDashboard): boolean {
  return type === 'datasource' && !variableUses(dashboard).has(name);
}
