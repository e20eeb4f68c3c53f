import { carriedLabels } from '../../../promql/analyze/labels.js';
import { seriesName, seriesOf, type Lookup } from '../../../promql/analyze/lookup.js';
import type { DashboardCheck } from '../../check.js';
import { at, lookupOf } from '../../judge/known-problems.js';
import { seriesUses, variableFilters, type SeriesUse } from '../../../document/find/series-uses.js';
import type { ReadDashboard, ReadPanel } from '../../../document/read-dashboard.js';

/** A panel that a drop-down cannot change, because its metric has no such label, and that does not say so. */
export const variableWithoutEffect: DashboardCheck = {
  id: 'promql/variable-without-effect',
  severity: 'note',
  summary: 'A panel that a variable of its siblings cannot filter, and that does not say so',
  looksAt: 'dashboard',
  *check(dashboard, context) {
    if (context.catalog === undefined) return;
    const uses = seriesUses(dashboard);
    const found = new Map<ReadPanel, { readonly use: SeriesUse; readonly variables: string[] }>();
    for (const [variable, { labels, applied }] of filteredBy(uses, dashboard)) {
      const deaf = cannotFollow(uses, variable, labels, lookupOf(context));
      // Where most cannot follow it, it is not meant for all.
      if (deaf.size > applied.size) continue;
      for (const [panel, use] of deaf) {
        const isFiltered = [...use.variables].some((name) => isDropDown(dashboard, name));
        if (!(isFiltered || deaf.size * 3 <= applied.size) || says(panel, variable)) continue;
        const known = found.get(panel);
        if (known === undefined) found.set(panel, { use, variables: [variable] });
        else known.variables.push(variable);
      }
    }
    for (const { use, variables } of found.values()) {
      yield {
        message: `${variables.map((name) => `$${name}`).join(' and ')} ${variables.length === 1 ? 'changes' : 'change'} nothing in this panel: ${seriesName(use.selector)} has no such label, and nothing says so`,
        path: use.query.exprPath,
        ...at(use.query, use.selector),
        fix: `say in the description that the panel shows all, whatever ${variables.join(' and ')} ${variables.length === 1 ? 'says' : 'say'}`,
      };
    }
  },
};

/** The labels that each drop-down filters, and the panels in which it does. */
function filteredBy(
  uses: readonly SeriesUse[],
  dashboard: ReadDashboard,
): ReadonlyMap<string, { readonly labels: Set<string>; readonly applied: Set<ReadPanel> }> {
  const found = new Map<string, { readonly labels: Set<string>; readonly applied: Set<ReadPanel> }>();
  for (const { name, label, filtered } of variableFilters(uses)) {
    if (!isDropDown(dashboard, name) || label === '__name__') continue;
    const known = found.get(name) ?? { labels: new Set(), applied: new Set() };
    known.labels.add(label);
    for (const { panel } of filtered) known.applied.add(panel);
    found.set(name, known);
  }
  return found;
}

function isDropDown({ variables }: ReadDashboard, name: string): boolean {
  return variables.some((variable) => variable.name === name && variable.hide !== 2 && variable.type !== 'datasource');
}

/** The panels of whose series none has one of the labels, each with its first series. */
function cannotFollow(
  uses: readonly SeriesUse[],
  variable: string,
  labels: ReadonlySet<string>,
  lookup: Lookup,
): ReadonlyMap<ReadPanel, SeriesUse> {
  const found = new Map<ReadPanel, SeriesUse>();
  const others = new Set<ReadPanel>();
  for (const use of uses) {
    const series = seriesOf(use.selector, lookup);
    // What every Prometheus has, such as `up`, is about targets, and nobody expects it to follow.
    const isDeaf =
      !use.variables.has(variable) &&
      series !== undefined &&
      series.family.owners.length > 0 &&
      ![...labels].some((label) => carriedLabels(use.selector, lookup).possible.has(label));
    if (!isDeaf) others.add(use.panel);
    else if (!found.has(use.panel)) found.set(use.panel, use);
  }
  for (const panel of others) found.delete(panel);
  return found;
}

/** True where a title or description speaks of a variable, or of everything. */
function says({ title, description = '' }: ReadPanel, variable: string): boolean {
  const words = `${title} ${description}`.toLowerCase();
  return words.includes(variable.toLowerCase()) || /\b(?:all|total|overall|global)\b/.test(title.toLowerCase());
}
