import { children, type AggregateNode, type Node } from '../../../promql/node.js';
import type { QueryCheck } from '../../check.js';
import { isDrawnAsLines } from '../../../document/find/drawn.js';
import { at } from '../../judge/known-problems.js';

/** `topk` over time chooses anew at every step: the graph shows more series than k, each in pieces. */
export const topkInGraph: QueryCheck = {
  id: 'promql/topk-in-graph',
  severity: 'warning',
  summary: 'A topk() or bottomk() in a graph',
  looksAt: 'query',
  *check(query) {
    if (query.node === undefined || !isDrawnAsLines(query)) return;
    for (const ranking of rankingsIn(query.node)) {
      if (isFixed(ranking.expr)) continue;
      yield {
        message: `${ranking.name}() chooses anew at every step, so the graph shows more series than it says, each in pieces`,
        ...at(query, ranking),
        fix: 'rank in an instant query of a table or bar gauge, or show all series and sort the legend',
      };
    }
  },
};

/**
 * True where a tree gives the same at every step: with `@ end()`, for one. What stands in a fixed subquery is fixed by
 * it.
 */
function isFixed(node: Node): boolean {
  if ((node.kind === 'selector' || node.kind === 'subquery') && node.at !== undefined) return true;
  return node.kind !== 'selector' && children(node).every(isFixed);
}

/** The rankings that choose the series which the query returns: not those that are aggregated. */
function rankingsIn(node: Node): readonly AggregateNode[] {
  switch (node.kind) {
    case 'aggregate':
      return node.name === 'topk' || node.name === 'bottomk' ? [node] : [];
    case 'call':
      return node.args.flatMap(rankingsIn);
    case 'unary':
      return rankingsIn(node.expr);
    case 'binary':
      return [...rankingsIn(node.left), ...rankingsIn(node.right)];
    default:
      return [];
  }
}
