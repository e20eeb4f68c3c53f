import { findVariables } from '../../promql/grafana-variable.js';
import type { ReadDashboard } from '../read-dashboard.js';
import { textsOf } from './texts.js';

const known = new WeakMap<ReadDashboard, ReadonlySet<string>>();

/**
 * The names of the variables that a dashboard uses anywhere: in queries, titles, links, repeats, other variables, text
 * panels, transformations and whatever else there is. What stands in a variable's own definition is no use of it.
 */
export function variableUses(dashboard: ReadDashboard): ReadonlySet<string> {
  const before = known.get(dashboard);
  if (before !== undefined) return before;
  const names = new Set<string>();
  for (const { text, isName, inside } of textsOf(dashboard).texts) {
    if (isName) names.add(text);
    for (const { name } of findVariables(text)) if (name !== inside) names.add(name);
  }
  known.set(dashboard, names);
  return names;
}
