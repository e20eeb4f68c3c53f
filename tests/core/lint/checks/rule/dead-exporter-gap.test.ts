import { describe } from 'vitest';
import type { Json } from '../../../../../src/core/model/json.js';
import { contextWith } from '../../lint-one.js';
import { itFindsInRules, itSurvivesInRules } from '../rule-cases.js';

const age = 'time() - max(last_event_timestamp_seconds) > 60';
const quiet = {
  alert: 'Quiet',
  for: '5m',
  labels: { severity: 'page' },
  annotations: { summary: 's', description: 'd' },
};
const down = (job: string): Json => ({ ...quiet, expr: `up{job="${job}"} == 0` });
const found = (name: string, who: string, metric: string): string =>
  `rule/dead-exporter-gap groups.0.rules.0.expr: the alert "${name}" resolves when ${who} dies, because ${metric} is gone then, and no alert of the file sees that`;
const context = contextWith([
  {
    name: 'queue_length',
    type: 'gauge',
    help: '',
    labels: {},
    owners: [],
    origin: 'exported',
    producers: [
      {
        job: 'worker',
        port: 9000,
        path: '/metrics',
        scrapedBy: [],
        scrapeInterval: '15s',
        alive: () => undefined,
      },
    ],
  },
]);

describe('rule/dead-exporter-gap', () => {
  itFindsInRules([
    [
      'the example of its page',
      { rule: { alert: 'Stale', expr: age } },
      [found('Stale', 'what exports it', 'last_event_timestamp_seconds')],
    ],
    [
      'the first of several says it',
      { rule: { alert: 'Stale', expr: age }, more: [{ ...quiet, alert: 'B', expr: age }] },
      [found('Stale', 'what exports it', 'last_event_timestamp_seconds')],
    ],
    [
      'the catalog knows the exporter',
      { rule: { expr: 'queue_length > 5' } },
      [found('WebDown', 'the exporter worker', 'queue_length')],
      context,
    ],
    [
      'up of another job',
      { rule: { expr: 'queue_length > 5' }, more: [down('web')] },
      [found('WebDown', 'the exporter worker', 'queue_length')],
      context,
    ],
    ['silent: up of the job', { rule: { expr: 'queue_length > 5' }, more: [down('worker')] }, [], context],
    [
      'silent: up of any job',
      { rule: { expr: 'queue_length > 5' }, more: [{ ...quiet, expr: 'up == 0' }] },
      [],
      context,
    ],
    [
      'silent: absence of a series of the exporter',
      { rule: { expr: 'queue_length > 5' }, more: [{ ...quiet, expr: 'absent(queue_length)' }] },
      [],
      context,
    ],
    ['silent: the alert sees it itself', { rule: { expr: `${age} or absent(last_event_timestamp_seconds)` } }],
    ['silent: an alert on up beside it', { rule: { expr: age }, more: [down('web')] }],
    ['silent: no age, and no catalog', { rule: { expr: 'queue_length > 5' } }],
    ['silent: a recording rule', { rule: { alert: null, record: 'a:b:c', expr: age } }],
  ]);
  itSurvivesInRules('expr', 'alert');
});
