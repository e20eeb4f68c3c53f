import { rateOnGauge } from '../../../../../src/core/lint/checks/promql/rate-on-gauge.js';
import { contexts, finds, passes } from './lint-query.js';

finds(rateOnGauge, [
  [
    'rate(in_flight[$__rate_interval])',
    'error: rate() needs a counter: in_flight is a gauge, so use delta() or deriv() @ rate(in_flight[$__rate_interval])',
    { context: contexts.catalog },
  ],
  [
    'sum(increase(up[$__rate_interval]))',
    'warning: increase() needs a counter: up is a gauge by its name, so every fall counts as a restart @ increase(up[$__rate_interval])',
  ],
  [
    'rate(job_last_success_timestamp_seconds[$__rate_interval])',
    'warning: rate() needs a counter: job_last_success_timestamp_seconds is a gauge by its name, so every fall counts as a restart @ rate(job_last_success_timestamp_seconds[$__rate_interval])',
  ],
]);

passes(rateOnGauge, [
  'rate(in_flight[5m])',
  'rate(node_disk_io_time_seconds[5m])',
  'rate(node_disk_read_time_seconds_total[5m])',
  'resets(process_start_time_seconds[5m])',
  'rate($metric[5m])',
  ['rate(requests_total[5m]) + delta(in_flight[5m])', { context: contexts.catalog }],
]);
