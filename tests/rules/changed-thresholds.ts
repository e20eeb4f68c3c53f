import { walk, type BinaryNode, type Node, type NumberNode } from '../../src/core/promql/node.js';
import { parse } from '../../src/core/promql/read/parse.js';
import type { Place } from '../../src/core/promql/syntax-error.js';

const comparisons: ReadonlySet<string> = new Set(['==', '!=', '>', '<', '>=', '<=']);

/**
 * A query with one threshold changed, for every number that it compares with: a tenth more and a tenth less, or, of 0,
 * 1 more and 1 less.
 */
export function changedThresholds(query: string): readonly string[] {
  const places = new Map<Node, Place>();
  const thresholds: NumberNode[] = [];
  walk(parse(query, places), (node) => {
    if (node.kind !== 'binary' || !comparisons.has(node.operator)) return;
    thresholds.push(...[node.left, node.right].filter(isNumber));
  });
  return thresholds.flatMap((threshold) => {
    const place = places.get(threshold);
    if (place === undefined) throw new Error(`nobody knows where ${threshold.value} stands in ${query}`);
    const { value } = threshold;
    const others = value === 0 ? [1, -1] : [value * 1.1, value * 0.9];
    return others.map(
      (other) => query.slice(0, place.from) + String(Number(other.toPrecision(6))) + query.slice(place.to),
    );
  });
}

function isNumber(node: BinaryNode['left']): node is NumberNode {
  return node.kind === 'number';
}
