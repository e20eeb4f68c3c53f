import type { SelectorNode } from '../../promql/node.js';
import { seriesUsed } from '../../promql/analyze/metrics.js';
import type { LintContext } from '../check.js';
import type { ReadQuery } from '../../document/read-dashboard.js';

/** A series in a query that belongs to roles. */
export interface OwnedSeries {
  readonly name: string;
  readonly owners: readonly string[];
  readonly node: SelectorNode;
}

/** The series in a query that the catalog knows and that roles own, in the order they are written. */
export function ownedSeries({ node }: ReadQuery, { catalog }: LintContext): readonly OwnedSeries[] {
  if (catalog === undefined || node === undefined) return [];
  return seriesUsed(node, catalog).flatMap(({ metric, family, node: selector }) =>
    metric === undefined || family === undefined || family.owners.length === 0
      ? []
      : [{ name: metric, owners: family.owners, node: selector }],
  );
}
