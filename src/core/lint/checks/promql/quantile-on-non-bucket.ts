import { seriesName, seriesOf } from '../../../promql/analyze/lookup.js';
import { walk, type CallNode } from '../../../promql/node.js';
import type { QueryCheck } from '../../check.js';
import { at, lookupOf } from '../../judge/known-problems.js';
import { selectorsIn, seriesKind } from '../../../document/find/series-in.js';

const overBuckets: ReadonlySet<string> = new Set(['histogram_quantile', 'histogram_quantiles', 'histogram_fraction']);

/** A quantile over what has no buckets: a counter, a gauge, the sum or the count of a histogram. */
export const quantileOnNonBucket: QueryCheck = {
  id: 'promql/quantile-on-non-bucket',
  severity: 'error',
  summary: 'A histogram_quantile() over what has no buckets',
  looksAt: 'query',
  *check(query, _, context) {
    if (query.node === undefined) return;
    const calls: CallNode[] = [];
    walk(query.node, (node) => {
      if (node.kind === 'call' && overBuckets.has(node.name)) calls.push(node);
    });
    const lookup = lookupOf(context);
    for (const call of calls) {
      const selectors = selectorsIn(call);
      const kinds = selectors.map((selector) => seriesKind(selector, lookup));
      const [first] = selectors;
      if (first === undefined || !kinds.every((kind) => kind === 'counter' || kind === 'gauge')) continue;
      const isKnown = seriesOf(first, lookup) !== undefined;
      yield {
        message: `${call.name}() needs the buckets of a histogram: ${seriesName(first)} ${isKnown ? 'has' : 'by its name has'} none`,
        ...at(query, first),
        fix: 'take the series that ends with _bucket, with its label "le"',
        ...(!isKnown && { severity: 'warning' as const }),
      };
    }
  },
};
