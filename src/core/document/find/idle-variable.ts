import type { ReadDashboard, ReadVariable } from '../read-dashboard.js';
import { variableUses } from './variable-uses.js';

/**
 * True where a variable is a drop-down of datasources that nothing follows: what a viewer chooses there is nobody's
 * loss.
 */
export function isIdle({ type, name }: ReadVariable, dashboard: ReadDashboard): boolean {
  return type === 'datasource' && !variableUses(dashboard).has(name);
}
