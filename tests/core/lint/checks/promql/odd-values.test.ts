import { expect, test } from 'vitest';
import type { Json } from '../../../../../src/core/model/json.js';
import { cleanDashboard } from '../../lint-one.js';
import { contexts, dashboardWith, findings } from './lint-query.js';

const odd: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1e300,
  '',
  '$',
  '[[',
  [],
  [[]],
  {},
  { a: null },
  ['x', 1],
  '\ud800',
  '{{',
  'x{',
  '${',
];
const keys = ['expr', 'refId', 'datasource', 'legendFormat', 'instant', 'range', 'hide', 'format', 'interval'];
const panelKeys = ['targets', 'type', 'title', 'description', 'datasource', 'repeat', 'interval'];
const variableKeys = ['name', 'type', 'query', 'multi', 'allValue', 'includeAll'];
const dashboardKeys = ['panels', 'templating', 'annotations', 'rows'];

test('nothing is found in the clean dashboard', () => {
  for (const context of Object.values(contexts)) expect(findings(cleanDashboard(), context)).toEqual([]);
});

test.each(odd.map((value) => [value]))('%j in the place of anything', (value) => {
  const dashboards = [
    ...keys.map((key) => dashboardWith('sum(x)', { target: { [key]: value } })),
    ...panelKeys.map((key) => dashboardWith('sum(x)', { panel: { [key]: value } })),
    ...variableKeys.map((key) => dashboardWith('x{a="$route"}', { variable: { [key]: value } })),
    ...dashboardKeys.map((key) => ({ ...cleanDashboard(), [key]: value })),
  ];
  for (const dashboard of dashboards) {
    for (const context of Object.values(contexts)) expect(() => findings(dashboard, context)).not.toThrow();
  }
});

test.each([
  'x{"a\\"b"="c", a=~"[", a=~"(?P<x>b)", b="1", b=~"["}',
  '{"x y", __name__=~"("}',
  'sum by ("a b") (x) / on ("a b") sum by ("a b") (y)',
  'quantile_over_time(NaN, x[5m]) / (rate(y[5m]) > NaN) or vector(NaN)',
  'x @ 1e300 offset -5m and x[5m:1m] @ end()',
  `${'('.repeat(150)}rate(x[5m])${')'.repeat(150)} / rate(y[5m])`,
  Array.from({ length: 80 }, (_, index) => `a${index}`).join(' or '),
])('%s', (expr) => {
  for (const context of Object.values(contexts)) expect(() => findings(dashboardWith(expr), context)).not.toThrow();
});
