import { findVariables } from '../../../promql/grafana-variable.js';
import { seriesName, seriesOf, type Lookup } from '../../../promql/analyze/lookup.js';
import { carriedLabels } from '../../../promql/analyze/labels.js';
import { variablesUsed } from '../../../promql/analyze/variables.js';
import type { SelectorNode } from '../../../promql/node.js';
import type { DashboardCheck } from '../../check.js';
import { at, lookupOf } from '../../query/known-problems.js';
import { selectorsIn } from '../../query/series-in.js';
import type { LintedDashboard, LintedPanel, LintedQuery } from '../../subject.js';

/** A panel that a drop-down does not change, while every other that shows the same series follows it. */
export const variableNotApplied: DashboardCheck = {
  id: 'promql/variable-not-applied',
  severity: 'warning',
  summary: 'A panel that does not follow a variable which its siblings follow',
  looksAt: 'dashboard',
  *check(dashboard, context) {
    const declared = new Set(dashboard.variables.map(({ name }) => name));
    if (declared.size === 0) return;
    const uses = usesIn(dashboard);
    for (const { name, label, filtered } of filtersIn(uses)) {
      const applied = new Set(filtered.map(({ panel }) => panel));
      if (applied.size < 2 || !declared.has(name)) continue;
      const missing = withoutFilter(uses, name, label, filtered, lookupOf(context));
      // Where many do not follow it, it is not meant for all.
      if (missing.size * 3 > applied.size) continue;
      for (const { query, selector } of missing.values()) {
        yield {
          message: `this query does not follow $${name}: ${applied.size} other panels filter ${label} of such series by it`,
          path: query.exprPath,
          ...at(query, selector),
          fix: `add the matcher ${label}=~"$${name}", or say in the title that the panel shows all`,
        };
      }
    }
  },
};

/** A series that a panel asks. */
interface Use {
  readonly panel: LintedPanel;
  readonly query: LintedQuery;
  readonly selector: SelectorNode;
  /** The variables of the query, wherever they stand in it. */
  readonly variables: ReadonlySet<string>;
}

function usesIn({ panels }: LintedDashboard): readonly Use[] {
  return panels.flatMap((panel) =>
    panel.queries.flatMap((query) => {
      if (query.node === undefined) return [];
      const variables = variablesUsed(query.node);
      return selectorsIn(query.node).map((selector) => ({ panel, query, selector, variables }));
    }),
  );
}

/** A label that is filtered by a variable, and where. */
interface Filter {
  readonly name: string;
  readonly label: string;
  readonly filtered: Use[];
}

function filtersIn(uses: readonly Use[]): Iterable<Filter> {
  const found = new Map<string, Filter>();
  for (const use of uses) {
    for (const { label, value } of use.selector.matchers) {
      for (const { name } of findVariables(value)) {
        const key = `${name} ${label}`;
        const filter = found.get(key) ?? { name, label, filtered: [] };
        filter.filtered.push(use);
        found.set(key, filter);
      }
    }
  }
  return found.values();
}

/** The panels that do not use a variable although they could, each with the first series that it could filter. */
function withoutFilter(
  uses: readonly Use[],
  name: string,
  label: string,
  filtered: readonly Use[],
  lookup: Lookup,
): ReadonlyMap<LintedPanel, Use> {
  const following = new Set(uses.filter(({ variables }) => variables.has(name)).map(({ panel }) => panel));
  const metrics = new Set(filtered.map(({ selector }) => seriesName(selector)));
  const missing = new Map<LintedPanel, Use>();
  for (const use of uses) {
    if (following.has(use.panel) || missing.has(use.panel)) continue;
    if (canApply(use, label, metrics, lookup)) missing.set(use.panel, use);
  }
  return missing;
}

/** Whether a series has the label, and nothing else is asked of it; known from the catalog, or from its other uses. */
function canApply(
  { selector, panel }: Use,
  label: string,
  metrics: ReadonlySet<string | undefined>,
  lookup: Lookup,
): boolean {
  if (
    selector.verbatim !== undefined ||
    selector.matchers.some((matcher) => matcher.label === label) ||
    /\b(?:all|total|overall|global)\b/i.test(panel.title)
  )
    return false;
  if (seriesOf(selector, lookup) !== undefined) return carriedLabels(selector, lookup).possible.has(label);
  const metric = seriesName(selector);
  return metric !== undefined && metrics.has(metric);
}
