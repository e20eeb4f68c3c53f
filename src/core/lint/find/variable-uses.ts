import { findVariables } from '../../promql/grafana-variable.js';
import type { JsonPath } from '../json-path.js';
import type { LintedDashboard, LintedVariable } from '../subject.js';
import { isNamePlace, textsOf } from './texts.js';

/** A use of a variable, anywhere in a dashboard. */
export interface VariableUseAt {
  readonly name: string;
  readonly path: JsonPath;
}

const known = new WeakMap<LintedDashboard, ReadonlyMap<string, readonly JsonPath[]>>();

/**
 * Where each variable is used, by its name: in queries, titles, links, repeats, other variables, text panels,
 * transformations and whatever else there is. What stands in a variable's own definition is no use of it.
 */
export function variableUses(dashboard: LintedDashboard): ReadonlyMap<string, readonly JsonPath[]> {
  const before = known.get(dashboard);
  if (before !== undefined) return before;
  const definitions = definitionPlaces(dashboard.variables);
  const uses = new Map<string, JsonPath[]>();
  for (const { text, path } of textsOf(dashboard).texts) {
    const own = ownerOf(path, definitions);
    for (const name of namesIn(text, path)) {
      if (own?.has(name) === true) continue;
      const places = uses.get(name);
      if (places === undefined) uses.set(name, [path]);
      else places.push(path);
    }
  }
  known.set(dashboard, uses);
  return uses;
}

function namesIn(text: string, path: JsonPath): ReadonlySet<string> {
  const names = new Set(findVariables(text).map(({ name }) => name));
  if (isNamePlace(path)) names.add(text);
  return names;
}

/** The names that each place defines. Paths are put together with `/`. */
function definitionPlaces(variables: readonly LintedVariable[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(variables.map(({ path, name }) => [path.join('/'), new Set([name])]));
}

/** The names that are defined around a place. */
function ownerOf(
  path: JsonPath,
  definitions: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> | undefined {
  let way = '';
  for (const [index, key] of path.entries()) {
    way = index === 0 ? String(key) : `${way}/${key}`;
    const names = definitions.get(way);
    if (names !== undefined) return names;
  }
  return undefined;
}
