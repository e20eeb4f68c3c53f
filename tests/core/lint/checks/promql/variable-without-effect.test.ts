import { expect, test } from 'vitest';
import { variableWithoutEffect } from '../../../../../src/core/lint/checks/promql/variable-without-effect.js';
import type { Json, JsonObject } from '../../../../../src/core/model/json.js';
import { cleanDashboard } from '../../lint-one.js';
import { contexts, findings } from './lint-query.js';

const follows = 'sum(requests_total{route=~"$route"} > 5)';
const cannot = 'max(memory_bytes)';
const custom = (name: string, more: { readonly [key: string]: Json } = {}): JsonObject => ({
  name,
  type: 'custom',
  query: 'a,b',
  ...more,
});

/** Panels that ask these queries, on a dashboard with the drop-downs `route` and `limit`. */
function dashboard(exprs: readonly string[], last: JsonObject = {}, route: JsonObject = {}): JsonObject {
  const panels = exprs.map((expr, index) => ({
    id: index + 1,
    type: 'stat',
    title: `Panel ${index}`,
    targets: [{ refId: 'A', datasource: { type: 'prometheus', uid: 'prom' }, expr }],
    ...(index === exprs.length - 1 && last),
  }));
  return {
    ...cleanDashboard(),
    panels,
    templating: { list: [custom('route', route as { [key: string]: Json }), custom('limit')] },
  };
}

const found = (json: JsonObject, context = contexts.catalog): readonly string[] =>
  findings(json, context, [variableWithoutEffect]);

test('a panel whose metric has no such label', () => {
  expect(found(dashboard([follows, follows, follows, cannot]))).toEqual([
    'note promql/variable-without-effect: $route changes nothing in this panel: memory_bytes has no such label, and nothing says so @ memory_bytes',
  ]);
});

test('a panel that another drop-down filters', () => {
  expect(found(dashboard([follows, 'max(utilization{limit=~"$limit"})']))).toEqual([
    'note promql/variable-without-effect: $route changes nothing in this panel: utilization has no such label, and nothing says so @ utilization{limit=~"$limit"}',
    'note promql/variable-without-effect: $limit changes nothing in this panel: requests_total has no such label, and nothing says so @ requests_total{route=~"$route"}',
  ]);
});

test.each<[string, JsonObject, (typeof contexts)['catalog']?]>([
  ['it has the label', dashboard([follows, follows, follows, 'max(in_flight)'])],
  ['the description says so', dashboard([follows, follows, follows, cannot], { description: 'Whatever route says.' })],
  ['the title says so', dashboard([follows, follows, follows, cannot], { title: 'Memory, all routes' })],
  ['few follow it', dashboard([follows, cannot])],
  ['every server has it', dashboard([follows, follows, follows, 'min(up)'])],
  ['it is asked whether there is any', dashboard([follows, follows, follows, 'absent(memory_bytes)'])],
  ['nobody sees the variable', dashboard([follows, follows, follows, cannot], {}, { hide: 2 })],
  ['nothing is known of the metric', dashboard([follows, follows, follows, 'max(x)'])],
  ['there is no catalog', dashboard([follows, follows, follows, cannot]), contexts.bare],
])('nothing where %s', (_, json, context) => {
  expect(found(json, context)).toEqual([]);
});
