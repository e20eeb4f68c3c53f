import { nanWhenIdle as nanSources } from '../../../promql/analyze/nan-when-idle.js';
import { print } from '../../../promql/print.js';
import type { QueryCheck } from '../../check.js';
import { isDrawnOverTime, showsOneValue } from '../../../document/find/drawn.js';
import { at } from '../../judge/known-problems.js';
import { asksUnknown } from '../../judge/asks-unknown.js';

/** A division by, or a quantile over, what is 0 while nothing happens: its result is NaN, or infinite. */
export const nanWhenIdle: QueryCheck = {
  id: 'promql/nan-when-idle',
  severity: 'warning',
  summary: 'A division or a quantile that is NaN without traffic',
  looksAt: 'query',
  *check(query, _, context) {
    if (query.node === undefined || query.owner !== 'panel' || !/[/%]|histogram_quantile/.test(query.expr)) return;
    // In a graph NaN is a gap; in a tile it is what the viewer reads.
    const severity = showsOneValue(query.panel) && !isDrawnOverTime(query) ? 'warning' : 'note';
    for (const node of nanSources(query.node)) {
      if (asksUnknown(query, node, context)) continue; // it is empty, whatever the traffic
      const isQuantile = node.kind === 'call';
      const by = isQuantile ? '' : shortened(print(node.right));
      yield {
        message: isQuantile
          ? `without traffic ${node.name}() is NaN, which no threshold and no mapping of a number catches`
          : `without traffic ${by} is 0, so the ${node.operator === '%' ? 'remainder' : 'quotient'} is NaN or infinite`,
        ...at(query, isQuantile ? node : node.right),
        fix: isQuantile
          ? 'drop the NaN with ">= 0", and set "No value"'
          : `keep the 0 out of the denominator: … ${node.operator} (… > 0), and set "No value"`,
        severity,
      };
    }
  },
};

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
