import { seriesName, seriesOf, type Lookup } from '../../promql/analyze/lookup.js';
import { walk, type Node, type SelectorNode } from '../../promql/node.js';

/** The selectors of a tree, in the order they are written. */
export function selectorsIn(node: Node): readonly SelectorNode[] {
  const found: SelectorNode[] = [];
  walk(node, (inner) => {
    if (inner.kind === 'selector') found.push(inner);
  });
  return found;
}

/** The kind of a series, by the catalog, or, where it is not there, by the ending of its name. */
export type SeriesKind = 'bucket' | 'counter' | 'gauge' | 'histogram' | 'unknown';

/** Names that end so are counters by convention, whatever they count. */
const endings: readonly (readonly [string, SeriesKind])[] = [
  ['_bucket', 'bucket'],
  ['_total', 'counter'],
  ['_sum', 'counter'],
  ['_count', 'counter'],
];

/** The kind of series that a selector asks. A name's ending is a convention, not a certainty. */
export function seriesKind(node: SelectorNode, lookup: Lookup): SeriesKind {
  const name = seriesName(node);
  const series = seriesOf(node, lookup);
  if (series !== undefined) {
    if (series.family.type !== 'histogram') return series.family.type;
    return series.part === 'bucket' ? 'bucket' : series.part === 'value' ? 'histogram' : 'counter';
  }
  return endings.find(([ending]) => name?.endsWith(ending))?.[1] ?? 'unknown';
}
