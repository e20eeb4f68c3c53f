import { findVariables, isBuiltIn, type VariableUse } from '../../promql/grafana-variable.js';
import { recordsIn, textOf } from '../read/values.js';
import type { ReadDashboard } from '../read-dashboard.js';

const known = new WeakMap<ReadDashboard, ReadonlySet<string>>();

/** The variables in a text that a dashboard does not declare and Grafana does not have, each once. */
export function undeclaredVariables(text: string, dashboard: ReadDashboard): readonly VariableUse[] {
  const found = new Map<string, VariableUse>();
  if (dashboard.form === 'library') return []; // the dashboards that show a panel of a library declare its variables
  for (const use of findVariables(text)) {
    const { name } = use;
    if (!isBuiltIn(name) && !found.has(name) && !declaredIn(dashboard).has(name)) found.set(name, use);
  }
  return [...found.values()];
}

/**
 * True where a name looks like one that something else replaces before Grafana loads the file: `DS_PROMETHEUS`,
 * `CLUSTER`.
 */
export function isPlaceholder(name: string): boolean {
  return name === name.toUpperCase();
}

/** The variables of a dashboard, and the inputs that Grafana asks for when a person imports it. */
function declaredIn(dashboard: ReadDashboard): ReadonlySet<string> {
  let names = known.get(dashboard);
  if (names === undefined) {
    const inputs = recordsIn(dashboard.json['__inputs'], []).flatMap(({ json }) => textOf(json['name']) ?? []);
    names = new Set([...dashboard.variables.map(({ name }) => name), ...inputs]);
    known.set(dashboard, names);
  }
  return names;
}
