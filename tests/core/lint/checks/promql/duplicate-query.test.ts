import { duplicateQuery } from '../../../../../src/core/lint/checks/promql/duplicate-query.js';
import { dashboardWith, findings } from './lint-query.js';

import { expect, test } from 'vitest';

const prom = { type: 'prometheus', uid: 'prom' };
const a = { refId: 'A', datasource: prom, expr: 'sum(x{a="1", b="2"})' };

test.each([
  ['the same text', { ...a, refId: 'B' }],
  ['another layout', { ...a, refId: 'B', expr: '(sum ( x { a = "1" , b="2" } ) )' }],
  ['another legend', { ...a, refId: 'B', legendFormat: 'B' }],
])('%s is the same query', (_, b) => {
  expect(findings(dashboardWith('', { panel: { targets: [a, b] } }))).toEqual([
    `warning promql/duplicate-query: query B asks the same as query A @ ${b.expr.replaceAll(/^\((.*)\)$/g, '$1').trim()}`,
  ]);
});

test.each([
  ['another value', { ...a, expr: 'sum(x{a="2", b="2"})' }],
  ['another datasource', { ...a, datasource: { type: 'prometheus', uid: 'other' } }],
  ['an instant query', { ...a, instant: true }],
  ['another format', { ...a, format: 'table' }],
  ['what does not parse', { ...a, expr: 'sum($x' }],
])('%s makes it another query', (_, b) => {
  expect(
    findings(dashboardWith('', { panel: { targets: [a, b, ...('$x' in b ? [b] : [])] } }), undefined, [duplicateQuery]),
  ).toEqual([]);
});
