import { fixedWindow } from '../../../../../src/core/lint/checks/promql/fixed-window.js';
import { contexts, finds, passes } from './lint-query.js';

const over = 'rate() over a fixed window of 5m skips samples when a viewer zooms out, and blurs when one zooms in';

finds(fixedWindow, [
  ['sum(rate(x[5m])) + sum(rate(y[5m]))', `note: ${over} @ rate(x[5m])`],
  ['irate(x[5m])', `note: i${over} @ irate(x[5m])`],
]);

passes(fixedWindow, [
  // Another window would put neither right: a gauge, and a metric that there is not.
  ['rate(in_flight[5m])', { context: contexts.catalog }],
  ['rate(no_such_total[5m])', { context: contexts.catalog }],
  'rate(x[$__rate_interval]) + rate(x[$window]) + increase(x[5m])',
  ['rate(x[5m])', { panel: { title: 'Requests (5m)' } }],
  ['rate(x[5m])', { panel: { description: 'Averaged over 5 minutes.' } }],
  ['rate(x[5m])', { target: { legendFormat: '5m rate' } }],
  ['rate(x[5m])', { target: { instant: true, range: false } }],
  ['rate(x[5m])', { panel: { type: 'stat' } }],
]);
