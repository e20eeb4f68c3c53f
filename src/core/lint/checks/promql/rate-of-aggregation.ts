import type { QueryCheck } from '../../check.js';
import { at, knownProblems } from '../../judge/known-problems.js';

/** `rate(sum(…)[…:])`: a restart of one process is hidden in the sum, or looks like one of all. */
export const rateOfAggregation: QueryCheck = {
  id: 'promql/rate-of-aggregation',
  severity: 'error',
  summary: 'A rate() or increase() over an aggregation',
  looksAt: 'query',
  *check(query, _, context) {
    for (const { node, message } of knownProblems(query, context, 'rate-of-aggregation')) {
      const isSum = / over sum\(\)/.test(message);
      yield {
        message,
        ...at(query, node),
        fix: 'take the rate of every series first, and aggregate the rates',
        ...(!isSum && { severity: 'warning' as const }),
      };
    }
  },
};
