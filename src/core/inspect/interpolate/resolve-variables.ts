import { findVariables } from '../../promql/grafana-variable.js';
import type { ReadVariable } from '../../document/read-dashboard.js';
import { roundedStep, printSeconds, readInterval } from './step.js';
import { singleValue, type Scope, type VariableValue } from './scope.js';
import { all, listedValues, queriedOptions } from './variable-options.js';

/** The answers of the world that resolving variables needs. */
export interface VariableSources {
  /** Asks what the query of a variable returns; nothing where it cannot be asked. */
  readonly ask: (variable: ReadVariable, scope: Scope) => Promise<readonly string[] | undefined>;
  /** The uid of the datasource that a variable of that type has at first. */
  readonly datasource: (variable: ReadVariable) => string | undefined;
  /** In seconds. */
  readonly range: number;
}

/** Finds the values of a dashboard's variables when it is opened: each after those that it uses. */
export async function resolveVariables(variables: readonly ReadVariable[], sources: VariableSources): Promise<Scope> {
  const scope = new Map<string, VariableValue>();
  const begun = new Set<ReadVariable>();
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  const resolve = async (variable: ReadVariable): Promise<void> => {
    if (begun.has(variable)) return; // also a variable that uses itself: nothing to wait for
    begun.add(variable);
    const texts = `${variable.query ?? ''} ${variable.datasource.uid ?? ''} ${variable.regex ?? ''}`;
    for (const { name } of findVariables(texts)) {
      const other = byName.get(name);
      if (other !== undefined) await resolve(other);
    }
    const value = await valueOf(variable, scope, sources);
    if (value !== undefined) scope.set(variable.name, value);
  };
  for (const variable of variables) await resolve(variable);
  return scope;
}

async function valueOf(
  variable: ReadVariable,
  scope: Scope,
  sources: VariableSources,
): Promise<VariableValue | undefined> {
  const { name, type, query = '', current } = variable;
  switch (type) {
    case 'query':
      return choose(variable, queriedOptions(variable, await sources.ask(variable, scope)));
    case 'custom':
      return choose(variable, listedValues(query));
    case 'datasource':
      return singleValue(name, sources.datasource(variable) ?? current[0] ?? '');
    case 'interval':
      return interval(variable, sources.range);
    case 'constant':
      return singleValue(name, query === '' ? (current[0] ?? '') : query);
    case 'textbox':
    case 'switch':
      return singleValue(name, current[0] ?? query);
    default:
      return undefined; // ad hoc filters and group-by have no value that a query could use
  }
}

function choose(variable: ReadVariable, options: readonly string[]): VariableValue {
  const { name, multi, includeAll, allValue, current } = variable;
  const several = multi || includeAll;
  const known = current.filter((value) => options.includes(value));
  const wantsAll = includeAll && (current.includes(all) || known.length === 0);
  if (wantsAll) {
    const own = allValue === undefined || allValue === '' ? {} : { allValue };
    return { name, values: options, ...own, several, text: 'All' };
  }
  // What was chosen and is not an option any more gives way to the first option, where there is one.
  const values = known.length > 0 ? known : options.slice(0, 1);
  const chosen = multi ? values : values.slice(0, 1);
  return { name, values: chosen, several, text: chosen.join(' + ') };
}

function interval({ name, query = '', current, json }: ReadVariable, range: number): VariableValue {
  const first = current[0] ?? listedValues(query)[0] ?? '';
  if (!first.startsWith('$__auto')) return singleValue(name, first);
  const { auto_count: count, auto_min: least } = json;
  const points = typeof count === 'number' && count > 0 ? count : 30;
  const atLeast = (typeof least === 'string' ? readInterval(least) : undefined) ?? 10;
  return singleValue(name, printSeconds(Math.max(roundedStep(range / points), atLeast)));
}
