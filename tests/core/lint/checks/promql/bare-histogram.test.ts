import { bareHistogram } from '../../../../../src/core/lint/checks/promql/bare-histogram.js';
import { contexts, finds, passes } from './lint-query.js';

finds(bareHistogram, [
  [
    'sum(rate(latency_seconds[5m]))',
    'error: latency_seconds is a histogram: use latency_seconds_bucket, latency_seconds_sum or latency_seconds_count @ latency_seconds[5m]',
    { context: contexts.catalog, panel: { type: 'stat' } },
  ],
]);

passes(bareHistogram, [
  'sum(rate(latency_seconds[5m]))',
  ['sum(rate(latency_seconds_sum[5m]))', { context: contexts.catalog }],
]);
