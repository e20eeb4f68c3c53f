import { findVariables } from '../../../promql/grafana-variable.js';
import { seriesName, seriesOf, type Lookup } from '../../../promql/analyze/lookup.js';
import { carriedLabels } from '../../../promql/analyze/labels.js';
import type { Matcher } from '../../../promql/node.js';
import type { DashboardCheck } from '../../check.js';
import { at, lookupOf } from '../../judge/known-problems.js';
import { seriesUses, variableFilters, type SeriesUse } from '../../../document/find/series-uses.js';
import type { ReadPanel } from '../../../document/read-dashboard.js';

/** A panel that a drop-down does not change, while every other that shows the same series follows it. */
export const variableNotApplied: DashboardCheck = {
  id: 'promql/variable-not-applied',
  severity: 'warning',
  summary: 'A panel that does not follow a variable which its siblings follow',
  looksAt: 'dashboard',
  *check(dashboard, context) {
    const declared = new Set(dashboard.variables.map(({ name }) => name));
    if (declared.size === 0) return;
    const uses = seriesUses(dashboard);
    for (const { name, label, filtered } of variableFilters(uses)) {
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

/** The panels that do not use a variable although they could, each with the first series that it could filter. */
function withoutFilter(
  uses: readonly SeriesUse[],
  name: string,
  label: string,
  filtered: readonly SeriesUse[],
  lookup: Lookup,
): ReadonlyMap<ReadPanel, SeriesUse> {
  const following = new Set(uses.filter(({ variables }) => variables.has(name)).map(({ panel }) => panel));
  const metrics = new Set(filtered.map(({ selector }) => seriesName(selector)));
  const missing = new Map<ReadPanel, SeriesUse>();
  for (const use of uses) {
    if (following.has(use.panel) || missing.has(use.panel)) continue;
    if (canApply(use, label, metrics, lookup)) missing.set(use.panel, use);
  }
  return missing;
}

/**
 * True where a series has the label, and nothing else is asked of it; known from the catalog, or from its other uses.
 */
function canApply(
  { selector, panel }: SeriesUse,
  label: string,
  metrics: ReadonlySet<string | undefined>,
  lookup: Lookup,
): boolean {
  if (
    selector.verbatim !== undefined ||
    selector.matchers.some((matcher) => matcher.label === label && asksForSome(matcher)) ||
    /\b(?:all|total|overall|global)\b/i.test(panel.title)
  )
    return false;
  if (seriesOf(selector, lookup) !== undefined) return carriedLabels(selector, lookup).possible.has(label);
  const metric = seriesName(selector);
  return metric !== undefined && metrics.has(metric);
}

/**
 * True where a matcher chooses values. What leaves some out, such as `route!="unknown"`, can follow a variable as well.
 */
function asksForSome({ operator, value }: Matcher): boolean {
  return operator === '=' || operator === '=~' || findVariables(value).length > 0;
}
