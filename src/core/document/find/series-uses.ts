import { findVariables } from '../../promql/grafana-variable.js';
import { variablesUsed } from '../../promql/analyze/variables.js';
import { walk, type Node, type SelectorNode } from '../../promql/node.js';
import type { ReadDashboard, ReadPanel, ReadQuery } from '../read-dashboard.js';
import { selectorsIn } from './series-in.js';

/** A series that a panel asks. */
export interface SeriesUse {
  readonly panel: ReadPanel;
  readonly query: ReadQuery;
  readonly selector: SelectorNode;
  /** The variables of the query, wherever they stand in it. */
  readonly variables: ReadonlySet<string>;
}

/** The series that the panels of a dashboard ask. Not those of which a query asks only whether there are any. */
export function seriesUses({ panels }: ReadDashboard): readonly SeriesUse[] {
  return panels.flatMap((panel) =>
    panel.queries.flatMap((query) => {
      if (query.node === undefined) return [];
      const variables = variablesUsed(query.node);
      const present = presenceIn(query.node);
      return selectorsIn(query.node).flatMap((selector) =>
        present.has(selector) ? [] : [{ panel, query, selector, variables }],
      );
    }),
  );
}

/** The selectors of which a query asks only whether there is anything at all: filters are not for them. */
function presenceIn(root: Node): ReadonlySet<Node> {
  const found = new Set<Node>();
  walk(root, (node) => {
    if (node.kind === 'call' && node.name.startsWith('absent')) walk(node, (inner) => found.add(inner));
  });
  return found;
}

/** A label that is filtered by a variable, and where. */
export interface VariableFilter {
  readonly name: string;
  readonly label: string;
  readonly filtered: readonly SeriesUse[];
}

/** The labels that variables filter, and where. */
export function variableFilters(uses: readonly SeriesUse[]): Iterable<VariableFilter> {
  const found = new Map<string, VariableFilter & { readonly filtered: SeriesUse[] }>();
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
