import { multiValueVariableEquals } from '../../../../../src/core/lint/checks/promql/multi-value-variable-equals.js';
import { finds, fixed, passes } from './lint-query.js';

import { expect, test } from 'vitest';

const several =
  'compares with one value, but of $route a viewer can choose several values, which Grafana writes as a pattern';

finds(multiValueVariableEquals, [
  ['x{route="$route"}', `error: route="$route" ${several} @ route="$route"`],
  ['x{route!="${route:raw}"}', `error: route!="\${route:raw}" ${several} @ route!="\${route:raw}"`],
  [
    'x{route="$route"}',
    'error: route="$route" compares with one value, but of $route a viewer can choose "All", which Grafana writes as a pattern @ route="$route"',
    { variable: { multi: false } },
  ],
]);

passes(multiValueVariableEquals, [
  'x{route=~"$route", other="$other"}',
  ['x{route="$route"}', { variable: { multi: false, includeAll: false } }],
  ['x{route="$route"}', { variable: { multi: false, allValue: 'total' } }],
  ['x{route="$route"}', { variable: { type: 'textbox' } }],
  ['x{route="$route"}', { panel: { repeat: 'route' } }],
]);

test.each([
  ['x{route="$route"}', 'x{route=~"$route"}'],
  ['x{route != "$route", a="b"}', 'x{route !~ "$route", a="b"}'],
  // What stands beside the variable may mean something else in a pattern.
  ['x{route="/$route"}', undefined],
])('%s becomes %s', (before, after) => {
  expect(fixed(multiValueVariableEquals, before)).toBe(after);
});
