import { some, type Node } from '../node.js';
import { carriedLabels } from '../analyze/labels.js';
import { seriesOf, type Lookup } from '../analyze/lookup.js';
import { valueType } from '../analyze/value-type.js';
import { listed, type ProblemFinder } from './finder.js';

const overBuckets: ReadonlySet<string> = new Set(['histogram_quantile', 'histogram_quantiles', 'histogram_fraction']);

/** A quantile over what has no buckets, or has lost the label that tells them apart. */
export const missingLe: ProblemFinder = (node, { lookup }) => {
  if (node.kind !== 'call' || !overBuckets.has(node.name)) return [];
  const of = node.args.find((argument) => valueType(argument) === 'instant vector');
  if (of === undefined) return [];
  const { possible, others } = carriedLabels(of, lookup);
  if (others || possible.has('le') || hasPart(of, 'value', lookup)) return [];
  const reason = hasPart(of, 'bucket', lookup)
    ? `the label "le" is gone, which ${node.name}() needs: keep it, as in sum by (le, …) (…)`
    : `${node.name}() needs the buckets of a histogram, with their label "le"`;
  return [`${reason}; this expression carries ${listed(possible)}`];
};

function hasPart(node: Node, part: 'value' | 'bucket', lookup: Lookup): boolean {
  return some(node, (inner) => {
    const series = inner.kind === 'selector' ? seriesOf(inner, lookup) : undefined;
    return series?.family.type === 'histogram' && series.part === part;
  });
}
