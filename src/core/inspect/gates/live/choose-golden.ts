import type { ReadDashboard, ReadPanel, ReadQuery } from '../../../document/read-dashboard.js';
import type { Pack } from '../../../pack/pack.js';
import { masksMissing } from '../../../promql/analyze/masks-missing.js';
import { seriesUsed, type SeriesUse } from '../../../promql/analyze/metrics.js';
import { nanWhenIdle } from '../../../promql/analyze/nan-when-idle.js';
import type { Lookup } from '../../../promql/analyze/lookup.js';
import { children, some, type Node } from '../../../promql/node.js';
import { isComparison, isSelection } from '../../../promql/operators.js';

/** A query of a dashboard, and the panel that asks it. */
export interface GoldenQuery {
  readonly panel: ReadPanel;
  readonly query: ReadQuery;
  /** The uid of its datasource. */
  readonly server: string;
}

/**
 * The query that says best whether a dashboard works: of those on servers that answer, one that returns something
 * whenever its producer is well. Never one that waits for a producer; one that shows a constant in place of missing data,
 * which proves little, only where there is no other.
 *
 * @param answering uids of the datasources whose servers answer
 */
export function chooseGolden(
  dashboard: ReadDashboard,
  pack: Pack,
  lookup: Lookup,
  answering: ReadonlySet<string>,
): GoldenQuery | undefined {
  const candidates = dashboard.panels.flatMap((panel) =>
    panel.queries.flatMap((query): readonly (GoldenQuery & { readonly doubts: number })[] => {
      const server = boundUid(query.datasource.uid ?? '', pack);
      if (query.hidden || query.node === undefined || !answering.has(server)) return [];
      const doubts = doubtsOf(query.node, lookup);
      return doubts === undefined ? [] : [{ panel, query, server, doubts }];
    }),
  );
  // Sorting keeps the order of equals: of two that are as good, the one that stands first.
  return candidates.toSorted((a, b) => a.doubts - b.doubts)[0];
}

/** How much has to happen for a query to return something, or how little that proves; undefined where it may not. */
function doubtsOf(node: Node, lookup: Lookup): number | undefined {
  const uses = seriesUsed(node, lookup);
  if (isAlwaysThere(node)) return uses.some(({ family }) => family?.missing !== undefined) ? undefined : 1000;
  if (uses.length === 0 || !uses.every(isExported)) return undefined;
  const matchers = uses.reduce((sum, use) => sum + use.matchers.length, 0);
  const isUniversal = uses.every(({ family }) => family?.origin === 'universal');
  return matchers + 10 * nanWhenIdle(node).length + 3 * comparisons(node) + (isUniversal ? 20 : 0);
}

function isExported({ family }: SeriesUse): boolean {
  if (family === undefined || family.missing !== undefined) return false;
  return family.origin !== 'recorded' && family.name !== 'ALERTS' && family.name !== 'ALERTS_FOR_STATE';
}

/** A constant stands in, or `absent` answers. */
function isAlwaysThere(node: Node): boolean {
  return (
    masksMissing(node).length > 0 ||
    some(node, (inner) => inner.kind === 'call' && /^(?:absent|absent_over_time|vector)$/.test(inner.name))
  );
}

function comparisons(node: Node): number {
  const own = isComparison(node) || isSelection(node) ? 1 : 0;
  return children(node).reduce((sum, child) => sum + comparisons(child), own);
}

/** The uid that a reference to a datasource leads to: its own, or that of the role whose variable it names. */
function boundUid(written: string, { roles, bindings, datasources }: Pack): string {
  const role = roles.find(({ variable }) => written === `\${${variable}}` || written === `$${variable}`);
  if (role !== undefined) return bindings[role.name]?.uid ?? '';
  return written === '' ? (datasources.find(({ isDefault }) => isDefault)?.uid ?? '') : written;
}
