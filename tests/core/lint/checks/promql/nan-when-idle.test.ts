import { nanWhenIdle } from '../../../../../src/core/lint/checks/promql/nan-when-idle.js';
import { contexts, finds, passes } from './lint-query.js';

const tile = { panel: { type: 'stat' } };
const quotient = 'is 0, so the quotient is NaN or infinite';

finds(nanWhenIdle, [
  [
    'sum(rate(a[5m])) / sum(rate(b[5m]))',
    `warning: without traffic sum(rate(b[5m])) ${quotient} @ sum(rate(b[5m]))`,
    tile,
  ],
  ['sum(rate(a[$w])) / sum(rate(b[$w]))', `note: without traffic sum(rate(b[$w])) ${quotient} @ sum(rate(b[$w]))`],
  [
    '1 - (increase(a[5m]) / (increase(b[5m]) + increase(c[5m])))',
    `warning: without traffic increase(b[5m]) + increase(c[5m]) ${quotient} @ increase(b[5m]) + increase(c[5m])`,
    tile,
  ],
  ['avg(rate(a[5m]) / rate(b[5m])) > 1', `warning: without traffic rate(b[5m]) ${quotient} @ rate(b[5m])`, tile],
  [
    'sum(a) / (sum(rate(b[5m])) >= 0)',
    `warning: without traffic sum(rate(b[5m])) >= 0 ${quotient} @ sum(rate(b[5m])) >= 0`,
    tile,
  ],
  [
    'histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m])))',
    'warning: without traffic histogram_quantile() is NaN, which no threshold and no mapping of a number catches @ histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m])))',
    tile,
  ],
]);

passes(nanWhenIdle, [
  // What there is not is empty, whatever the traffic.
  ['histogram_quantile(0.9, sum by (le) (rate(no_such_bucket[5m])))', { context: contexts.catalog }],
  'rate(a[5m]) / (rate(b[5m]) > 0)',
  'rate(a[5m]) / (rate(b[5m]) != 0)',
  'rate(a[5m]) / clamp_min(rate(b[5m]), 1e-9)',
  'rate(a[5m]) / (rate(b[5m]) + 1)',
  'rate(a[5m]) / rate(b[5m]) > -Inf',
  'rate(a[5m]) / rate(b[5m]) and rate(b[5m]) > 0',
  '(a / b) + rate(a[5m]) / 60 + a / count(b) + a / $b',
  'histogram_quantile(0.9, rate(x_bucket[5m])) >= 0',
  'histogram_quantile(0.9, x_bucket)',
]);
