import { findVariables, isBuiltIn } from '../promql/grafana-variable.js';

/** The variables that texts use and a dashboard does not declare, without those of Grafana's own. */
export function undeclaredIn(texts: readonly (string | undefined)[], declared: ReadonlySet<string>): readonly string[] {
  const used = texts.flatMap((text) => (text === undefined ? [] : findVariables(text)));
  return [...new Set(used.map(({ name }) => name).filter((name) => !isBuiltIn(name) && !declared.has(name)))];
}
