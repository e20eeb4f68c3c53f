import { quantileWithoutLe } from '../../../../../src/core/lint/checks/promql/quantile-without-le.js';
import { contexts, finds, passes } from './lint-query.js';

const message =
  'error: histogram_quantile() returns nothing: the aggregation inside drops the label "le", which tells the buckets apart @ ';

finds(quantileWithoutLe, [
  [
    'histogram_quantile(0.9, sum by (route) (rate(x_bucket[$__rate_interval]))) >= 0',
    `${message}histogram_quantile(0.9, sum by (route) (rate(x_bucket[$__rate_interval])))`,
  ],
  [
    'histogram_quantile(0.9, sum without (le) (rate(latency_ms_bucket[$__rate_interval]))) >= 0',
    `${message}histogram_quantile(0.9, sum without (le) (rate(latency_ms_bucket[$__rate_interval])))`,
    { context: contexts.catalog },
  ],
]);

passes(quantileWithoutLe, [
  'histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m])))',
  'histogram_quantile(0.9, sum by ($by) (rate(x_bucket[5m])))',
  'histogram_quantile(0.9, sum without (route) (rate(x_bucket[5m])))',
  // A native histogram.
  'histogram_quantile(0.9, sum by (route) (rate(x[5m])))',
  'histogram_quantile(0.9, $buckets)',
]);
