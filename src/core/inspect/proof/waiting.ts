import type { Lookup } from '../../promql/analyze/lookup.js';
import { seriesUsed } from '../../promql/analyze/metrics.js';
import type { Node } from '../../promql/node.js';

/** The series of a query that nobody exports yet, in words; undefined where somebody exports all of them. */
export function waitsFor(node: Node | undefined, lookup: Lookup | undefined): string | undefined {
  if (node === undefined || lookup === undefined) return undefined;
  const missing = seriesUsed(node, lookup).find(({ family }) => family?.missing !== undefined)?.family;
  return missing === undefined
    ? undefined
    : `${missing.name}, which ${missing.missing?.producer.job ?? 'a producer'} should export`;
}
