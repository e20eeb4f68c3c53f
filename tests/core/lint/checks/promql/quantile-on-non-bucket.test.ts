import { quantileOnNonBucket } from '../../../../../src/core/lint/checks/promql/quantile-on-non-bucket.js';
import { contexts, finds, passes } from './lint-query.js';

finds(quantileOnNonBucket, [
  [
    'histogram_quantile(0.9, sum by (le) (rate(x_count[$__rate_interval]))) >= 0',
    'warning: histogram_quantile() needs the buckets of a histogram: x_count by its name has none @ x_count[$__rate_interval]',
  ],
  [
    'histogram_quantile(0.9, in_flight)',
    'error: histogram_quantile() needs the buckets of a histogram: in_flight has none @ in_flight',
    { context: contexts.catalog },
  ],
]);

passes(quantileOnNonBucket, [
  'histogram_quantile(0.9, rate(x_bucket[5m]))',
  'histogram_quantile(0.9, rate(x[5m]))',
  'histogram_quantile(0.9, $buckets)',
  ['histogram_quantile(0.9, rate(latency_ms_bucket[5m]))', { context: contexts.catalog }],
]);
