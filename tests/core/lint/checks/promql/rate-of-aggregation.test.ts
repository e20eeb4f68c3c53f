import { rateOfAggregation } from '../../../../../src/core/lint/checks/promql/rate-of-aggregation.js';
import { finds, passes } from './lint-query.js';

finds(rateOfAggregation, [
  [
    'rate(sum(http_requests_total)[5m:])',
    'error: rate() over sum() cannot see that a counter restarted: take the rate first, sum(rate(…)) @ rate(sum(http_requests_total)[5m:])',
  ],
  [
    'increase(max by (job) (x)[1h:1m])',
    'warning: increase() over max() cannot see that a counter restarted: take the increase first, max(increase(…)) @ increase(max by (job) (x)[1h:1m])',
  ],
]);

passes(rateOfAggregation, [
  'sum(rate(x[5m]))',
  'max_over_time(sum(rate(x[5m]))[1h:])',
  'deriv(sum(x)[1h:])',
  'rate($f(x)[5m:])',
]);
