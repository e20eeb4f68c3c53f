import { seriesOf } from '../../../promql/analyze/lookup.js';
import type { QueryCheck } from '../../check.js';
import { at, knownProblems, lookupOf } from '../../judge/known-problems.js';

/** A classic histogram that is asked by the name of its family, which no series has. */
export const bareHistogram: QueryCheck = {
  id: 'promql/bare-histogram',
  severity: 'error',
  summary: 'A classic histogram without _bucket, _sum or _count',
  looksAt: 'query',
  *check(query, _, context) {
    for (const { node, message } of knownProblems(query, context, 'bare-histogram')) {
      if (node.kind !== 'selector') continue;
      // Without buckets it may be a native histogram, which is asked just so.
      const buckets = seriesOf(node, lookupOf(context))?.family.buckets ?? [];
      if (buckets.length === 0) continue;
      yield { message, ...at(query, node), fix: 'name the part of the histogram that is meant' };
    }
  },
};
