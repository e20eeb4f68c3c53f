import { mixedRoles } from '../../../../../src/core/lint/checks/promql/mixed-roles.js';
import { contexts, finds, pack as declared, passes } from './lint-query.js';

const query = 'sum(in_flight) + sum(rate(events_total[$w]))';
const asks = 'two roles in one expression: in_flight asks LOCAL, events_total asks SHADOW';
const { catalog, pack } = contexts;
const bound = { ...pack, pack: { ...declared, roles: declared.roles.map((role) => ({ ...role, uid: 'prom' })) } };

finds(mixedRoles, [
  [query, `error: ${asks}, and no datasource has both @ events_total[$w]`, { context: pack }],
  [query, `error: ${asks}, and no datasource has both @ events_total[$w]`, { context: catalog }],
  [
    query,
    `warning: ${asks}, which both are "prom" only as long as they are bound so @ events_total[$w]`,
    { context: bound },
  ],
]);

passes(mixedRoles, [
  query,
  ['sum(in_flight) + sum(up)', { context: pack }],
  ['rate(events_total[5m])', { context: pack }],
]);
