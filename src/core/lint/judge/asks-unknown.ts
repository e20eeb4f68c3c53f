import { some, type Node } from '../../promql/node.js';
import type { LintContext } from '../check.js';
import type { ReadQuery } from '../../document/read-dashboard.js';
import { knownProblems } from './known-problems.js';

/**
 * True where a part of a query asks a metric that the catalog does not have: what else could be said of it is beside
 * the point.
 */
export function asksUnknown(query: ReadQuery, node: Node, context: LintContext): boolean {
  const unknown = new Set<Node>(knownProblems(query, context, 'unknown-metric').map((problem) => problem.node));
  if (unknown.size === 0) return false;
  return some(node, (inner) => unknown.has(inner));
}
