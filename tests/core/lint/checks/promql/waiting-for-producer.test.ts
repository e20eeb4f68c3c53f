import { waitingForProducer } from '../../../../../src/core/lint/checks/promql/waiting-for-producer.js';
import { contextOf } from '../contexts.js';
import { contexts, finds, passes } from './lint-query.js';

const context = contextOf({
  catalog: [
    { name: 'kill_switch_active', type: 'gauge', owners: ['BOT'], labels: {}, waitsFor: 'bot' },
    { name: 'cancelled_total', type: 'counter', owners: ['BOT'], labels: {}, waitsFor: 'exchange' },
    { name: 'orders_total', type: 'counter', owners: ['BOT'], labels: {} },
    // What the clean dashboard asks besides.
    { name: 'http_requests_total', type: 'counter', owners: ['BOT'], labels: { route: [] } },
    { name: 'process_start_time_seconds', type: 'gauge', owners: ['BOT'], labels: {} },
    { name: 'up', type: 'gauge', owners: [], labels: { job: [] } },
  ],
});

finds(waitingForProducer, [
  [
    'max(kill_switch_active)',
    'note: nobody exports kill_switch_active yet: it is waiting for bot @ kill_switch_active',
    { context },
  ],
  // Each family once, however often it stands there.
  [
    'sum(rate(cancelled_total[$__rate_interval])) - sum(irate(cancelled_total[$__rate_interval]))',
    'note: nobody exports cancelled_total yet: it is waiting for exchange @ cancelled_total[$__rate_interval]',
    { context },
  ],
  [
    '{__name__="kill_switch_active"}',
    'note: nobody exports kill_switch_active yet: it is waiting for bot @ {__name__="kill_switch_active"}',
    { context },
  ],
]);

passes(waitingForProducer, [
  'kill_switch_active',
  ['sum(rate(orders_total[5m]))', { context }],
  ['unheard_of', { context }],
  ['$metric', { context }],
  ['in_flight', { context: contexts.pack }],
]);
