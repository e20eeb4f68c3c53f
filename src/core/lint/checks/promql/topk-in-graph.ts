import type { AggregateNode, Node } from '../../../promql/node.js';
import type { QueryCheck } from '../../check.js';
import { isDrawnAsLines } from '../../query/drawn.js';
import { at } from '../../query/known-problems.js';
import { selectorsIn } from '../../query/series-in.js';

/** `topk` over time chooses anew at every step: the graph shows more series than k, each in pieces. */
export const topkInGraph: QueryCheck = {
  id: 'promql/topk-in-graph',
  severity: 'warning',
  summary: 'A topk() or bottomk() in a graph',
  looksAt: 'query',
  *check(query) {
    if (query.node === undefined || !isDrawnAsLines(query)) return;
    for (const ranking of rankingsIn(query.node)) {
      // With `@ end()` the choice is the same at every step.
      if (selectorsIn(ranking).every(({ at: time }) => time !== undefined)) continue;
      yield {
        message: `${ranking.name}() chooses anew at every step, so the graph shows more series than it says, each in pieces`,
        ...at(query, ranking),
        fix: 'rank in an instant query of a table or bar gauge, or show all series and sort the legend',
      };
    }
  },
};

/** The rankings whose series the query returns: not those that are aggregated, or that only filter. */
function rankingsIn(node: Node): readonly AggregateNode[] {
  switch (node.kind) {
    case 'aggregate':
      return node.name === 'topk' || node.name === 'bottomk' ? [node] : [];
    case 'call':
      return node.args.flatMap(rankingsIn);
    case 'unary':
      return rankingsIn(node.expr);
    case 'binary':
      return [
        ...rankingsIn(node.left),
        ...(node.operator === 'and' || node.operator === 'unless' ? [] : rankingsIn(node.right)),
      ];
    default:
      return [];
  }
}
