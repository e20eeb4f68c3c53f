import { missingRole } from '../../../../../src/core/lint/checks/promql/missing-role.js';
import { expect, test } from 'vitest';
import { lintRules } from '../../lint-one.js';
import { contexts, finds, passes } from './lint-query.js';

const { pack } = contexts;
const asked = (uid: string): { context: typeof pack; target: { datasource: { type: string; uid: string } } } => ({
  context: pack,
  target: { datasource: { type: 'prometheus', uid } },
});

finds(missingRole, [
  [
    'count(up)',
    'warning: up exists on every Prometheus, and "$ds" is not a role: nobody knows whose it is @ up',
    asked('$ds'),
  ],
  [
    'count(up)',
    'warning: up exists on every Prometheus, and the default datasource is not a role: nobody knows whose it is @ up',
    { context: pack, panel: { datasource: null, targets: [{ expr: 'count(up)' }] } },
  ],
]);

passes(missingRole, [
  ['count(up)', asked('prom')],
  ['count(up)', asked('${DS_SHADOW}')],
  // That it is not provisioned is a problem of its own.
  ['count(up)', asked('elsewhere')],
  ['in_flight', asked('$ds')],
  ['up', { ...asked('$ds'), context: contexts.catalog }],
]);

test('nothing in a rule, which asks the server that loads it', () => {
  const yaml = 'groups: [{ name: g, rules: [{ alert: Down, expr: up == 0 }] }]';
  expect(lintRules(yaml, [missingRole], pack)).toEqual([]);
});
