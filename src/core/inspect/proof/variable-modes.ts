import type { ReadDashboard, ReadVariable } from '../../document/read-dashboard.js';

/** How the variables of a dashboard are chosen: as it opens, `All` wherever that can be chosen, or one concrete value. */
export type VariableMode = 'default' | 'all' | 'one value';

/** The modes in which a dashboard asks differently: one, where a viewer has nothing to choose. */
export function variableModes({ variables }: ReadDashboard): readonly VariableMode[] {
  const chosen = variables.filter(({ type }) => type === 'query' || type === 'custom');
  if (chosen.length === 0) return ['default'];
  return chosen.some(({ includeAll }) => includeAll) ? ['default', 'all', 'one value'] : ['default', 'one value'];
}

/** A dashboard whose variables are chosen so. */
export function inMode(dashboard: ReadDashboard, mode: VariableMode): ReadDashboard {
  if (mode === 'default') return dashboard;
  return { ...dashboard, variables: dashboard.variables.map((variable) => chosenIn(variable, mode)) };
}

function chosenIn(variable: ReadVariable, mode: Exclude<VariableMode, 'default'>): ReadVariable {
  const { type, includeAll, multi } = variable;
  if (type !== 'query' && type !== 'custom') return variable;
  if (mode === 'all') return includeAll ? { ...variable, current: ['$__all'] } : variable;
  // The first option, still written as Grafana writes a value of a variable that can have several.
  return { ...variable, current: [], includeAll: false, allValue: undefined, multi: multi || includeAll };
}
