import type { QueryCheck } from '../../check.js';
import { at, knownProblems, lookupOf } from '../../judge/known-problems.js';
import { selectorsIn, seriesKind } from '../../../document/find/series-in.js';

/** A quantile of buckets whose label `le` was aggregated away: it is empty. */
export const quantileWithoutLe: QueryCheck = {
  id: 'promql/quantile-without-le',
  severity: 'error',
  summary: 'A histogram_quantile() over an aggregation that drops the label "le"',
  looksAt: 'query',
  *check(query, _, context) {
    for (const { node } of knownProblems(query, context, 'missing-le')) {
      const kinds = selectorsIn(node).map((selector) => seriesKind(selector, lookupOf(context)));
      // A native histogram has no buckets, and needs no label.
      if (node.kind !== 'call' || !kinds.includes('bucket')) continue;
      yield {
        message: `${node.name}() returns nothing: the aggregation inside drops the label "le", which tells the buckets apart`,
        ...at(query, node),
        fix: 'keep the label: sum by (le, …) (rate(…_bucket[…]))',
      };
    }
  },
};
