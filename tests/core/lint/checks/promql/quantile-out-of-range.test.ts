import { quantileOutOfRange } from '../../../../../src/core/lint/checks/promql/quantile-out-of-range.js';
import { finds, passes } from './lint-query.js';

const always = 'its result is always infinite';

finds(quantileOutOfRange, [
  [
    'histogram_quantile(95, rate(x_bucket[$__rate_interval])) >= 0',
    `error: histogram_quantile() takes a quantile between 0 and 1, not 95: ${always} @ 95`,
  ],
  ['quantile(99.9, x)', `error: quantile() takes a quantile between 0 and 1, not 99.9: ${always} @ 99.9`],
  [
    'quantile_over_time(2, x[5m])',
    `error: quantile_over_time() takes a quantile between 0 and 1, not 2: ${always} @ 2`,
  ],
]);

passes(quantileOutOfRange, [
  'quantile(1, x)',
  'quantile(0, x)',
  'histogram_quantile($quantile, x_bucket)',
  'histogram_quantile($p / 100, x_bucket)',
  'topk(95, x)',
]);
