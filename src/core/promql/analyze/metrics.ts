import type { MetricFamily } from '../../model/metric.js';
import { walk, type Matcher, type Node, type SelectorNode } from '../node.js';
import { seriesName, seriesOf, type Lookup, type SeriesPart } from './lookup.js';

/** One use of a series in a query. */
export interface SeriesUse {
  /** The name of the series; absent where the selector names none, or a variable does. */
  readonly metric: string | undefined;
  readonly matchers: readonly Matcher[];
  /** The family in the catalog. */
  readonly family: MetricFamily | undefined;
  readonly part: SeriesPart | undefined;
  readonly node: SelectorNode;
}

/** The series that a query asks, one per selector, in the order they are written. */
export function seriesUsed(node: Node, lookup: Lookup): readonly SeriesUse[] {
  const uses: SeriesUse[] = [];
  walk(node, (inner) => {
    if (inner.kind !== 'selector') return;
    const series = seriesOf(inner, lookup);
    uses.push({
      metric: seriesName(inner),
      matchers: inner.matchers,
      family: series?.family,
      part: series?.part,
      node: inner,
    });
  });
  return uses;
}
