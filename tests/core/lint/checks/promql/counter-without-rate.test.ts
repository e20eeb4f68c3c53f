import { counterWithoutRate } from '../../../../../src/core/lint/checks/promql/counter-without-rate.js';
import { contextWith } from '../../lint-one.js';
import { contexts, finds, passes } from './lint-query.js';

const climbs = 'drawn as it is, it climbs, and falls to 0 when its process starts';
const { catalog } = contexts;

finds(counterWithoutRate, [
  ['users_total', `warning: users_total is a counter by its name: ${climbs} @ users_total`],
  [
    'sum by (route) (http_requests_total)',
    `warning: http_requests_total is a counter by its name: ${climbs} @ http_requests_total`,
  ],
  ['http_requests_total > 5', `warning: http_requests_total is a counter by its name: ${climbs} @ http_requests_total`],
  ['decisions_total', `warning: decisions_total is a counter: ${climbs} @ decisions_total`, { context: catalog }],
  [
    'sum(decisions_total)',
    'warning: sum() over the bare counter decisions_total adds up numbers that restart at 0: take rate() or increase() first @ sum(decisions_total)',
    { context: catalog, panel: { type: 'stat' } },
  ],
  [
    'sum(decisions_total)',
    'warning: sum() over the bare counter decisions_total adds up numbers that restart at 0: take rate() or increase() first @ sum(decisions_total)',
    { context: catalog },
  ],
  [
    'delta(decisions_total[$w])',
    'warning: delta() needs a gauge: decisions_total is a counter, so use rate() or increase() @ delta(decisions_total[$w])',
    { context: catalog },
  ],
]);

/** A gauge that is named like a counter: the catalog knows better. */
const context = contextWith([
  { name: 'users_total', type: 'gauge', help: '', labels: {}, owners: [], origin: 'exported' },
]);

passes(counterWithoutRate, [
  ['users_total', { context }],
  ['sum(users_total)', { context }],
  'rate(x_total[5m]) + count(x_total) + changes(x_total[5m]) + absent(x_total)',
  'x_count',
  ['x_total', { panel: { type: 'stat' } }],
  ['x_total', { target: { instant: true, range: false } }],
  'a_total / b_total',
  // Beside gauges it is one: the total of a size.
  ['', { panel: { targets: [{ expr: 'pg_total' }, { expr: 'pg_active' }] } }],
]);
