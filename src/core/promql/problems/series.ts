import { nearest } from '../../text/nearest.js';
import { seriesName, seriesOf } from '../analyze/lookup.js';
import type { ProblemFinder } from './finder.js';

/** A series that the catalog does not have. Where there is no catalog, nothing is unknown. */
export const unknownMetric: ProblemFinder = (node, { lookup }) => {
  if (node.kind !== 'selector' || lookup.names.length === 0) return [];
  const name = seriesName(node);
  if (name === undefined || seriesOf(node, lookup) !== undefined) return [];
  const known = nearest(name, lookup.names);
  return [`the catalog has no metric "${name}"${known === undefined ? '' : `: did you mean ${known}?`}`];
};

/** A histogram that is asked by the name of its family, which no series has. */
export const bareHistogram: ProblemFinder = (node, { lookup }) => {
  if (node.kind !== 'selector') return [];
  const series = seriesOf(node, lookup);
  if (series?.family.type !== 'histogram' || series.part !== 'value') return [];
  const { name } = series.family;
  return [`${name} is a histogram: use ${name}_bucket, ${name}_sum or ${name}_count`];
};
