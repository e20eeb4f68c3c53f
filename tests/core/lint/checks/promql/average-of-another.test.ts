import { averageOfAnother } from '../../../../../src/core/lint/checks/promql/average-of-another.js';
import { contexts, finds, passes } from './lint-query.js';

const { catalog } = contexts;
const average = (sum: string, count: string): string =>
  `sum(rate(${sum}[$__rate_interval])) / (sum(rate(${count}[$__rate_interval])) > 0)`;
const message = (sum: string, count: string): string =>
  `warning: the average divides ${sum} by ${count}, which counts something else @ ${count}[$__rate_interval]`;

finds(averageOfAnother, [
  [
    average('latency_seconds_sum', 'requests_total'),
    message('latency_seconds_sum', 'requests_total'),
    { context: catalog },
  ],
  [average('a_seconds_sum', 'b_seconds_count'), message('a_seconds_sum', 'b_seconds_count')],
  [
    'rate(a_sum[$__rate_interval]) / clamp_min(rate(b_count[$__rate_interval]), 1)',
    'warning: the average divides a_sum by b_count, which counts something else @ b_count[$__rate_interval]',
  ],
]);

passes(averageOfAnother, [
  average('a_sum', 'a_count'),
  [average('latency_seconds_sum', 'latency_seconds_count'), { context: catalog }],
  // Without a catalog, it may be meant.
  average('a_bytes_sum', 'requests_total'),
  [average('latency_seconds_sum', 'in_flight'), { context: catalog }],
  'sum(a_sum) / sum(b_count)',
]);
