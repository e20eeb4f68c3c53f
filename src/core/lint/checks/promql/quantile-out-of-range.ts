import { walk, type Node } from '../../../promql/node.js';
import type { QueryCheck } from '../../check.js';
import { at } from '../../judge/known-problems.js';

/** A quantile below 0 or above 1: its result is infinite, whatever the samples are. */
export const quantileOutOfRange: QueryCheck = {
  id: 'promql/quantile-out-of-range',
  severity: 'error',
  summary: 'A quantile that is not between 0 and 1',
  looksAt: 'query',
  *check(query) {
    if (query.node === undefined) return;
    const found: { readonly name: string; readonly of: Node & { readonly kind: 'number' } }[] = [];
    walk(query.node, (node) => {
      const of = quantileOf(node);
      if (of?.kind === 'number' && of.value > 1 && 'name' in node) found.push({ name: node.name, of });
    });
    for (const { name, of } of found) {
      yield {
        message: `${name}() takes a quantile between 0 and 1, not ${of.value}: its result is always infinite`,
        ...at(query, of),
        ...(of.value <= 100 && { fix: `write ${of.value / 100} for the ${of.value}th percentile` }),
      };
    }
  },
};

function quantileOf(node: Node): Node | undefined {
  if (node.kind === 'aggregate' && node.name === 'quantile') return node.param;
  if (node.kind !== 'call') return undefined;
  return node.name === 'histogram_quantile' || node.name === 'quantile_over_time' ? node.args[0] : undefined;
}
