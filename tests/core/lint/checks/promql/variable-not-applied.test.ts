import { expect, test } from 'vitest';
import { variableNotApplied } from '../../../../../src/core/lint/checks/promql/variable-not-applied.js';
import type { JsonObject } from '../../../../../src/core/model/json.js';
import { cleanDashboard } from '../../lint-one.js';
import { contexts, findings } from './lint-query.js';

/** The clean dashboard with panels that ask these queries, each under a title of its own. */
function dashboard(exprs: readonly string[], title = 'Panel'): JsonObject {
  const panels = exprs.map((expr, index) => ({
    id: index + 1,
    type: 'stat',
    title: `${title} ${index}`,
    targets: [{ refId: 'A', datasource: { type: 'prometheus', uid: 'prom' }, expr }],
  }));
  return { ...cleanDashboard(), panels };
}

const follows = 'sum(requests_total{route=~"$route"} > 5)';

test('a panel that does not follow what its siblings follow', () => {
  const json = dashboard([follows, follows, follows, 'avg(requests_total > 9)']);
  expect(findings(json)).toEqual([
    'warning promql/variable-not-applied: this query does not follow $route: 3 other panels filter route of such series by it @ requests_total',
  ]);
});

test('with a catalog, another metric that has the label', () => {
  const json = dashboard([follows, follows, follows, 'max(in_flight)', 'max(memory_bytes)']);
  expect(findings(json, contexts.catalog, [variableNotApplied])).toEqual([
    'warning promql/variable-not-applied: this query does not follow $route: 3 other panels filter route of such series by it @ in_flight',
  ]);
});

test('a panel that only leaves a value out', () => {
  expect(
    findings(dashboard([follows, follows, follows, 'avg(requests_total{route!="/"})']), undefined, [
      variableNotApplied,
    ]),
  ).toEqual([
    'warning promql/variable-not-applied: this query does not follow $route: 3 other panels filter route of such series by it @ requests_total{route!="/"}',
  ]);
});

test.each<[string, JsonObject]>([
  ['it is asked whether there is any', dashboard([follows, follows, follows, 'absent(requests_total)'])],
  ['the variable leaves out', dashboard([follows, follows, follows, 'avg(requests_total{route!~"$other"})'])],
  ['one sibling says too little', dashboard([follows, 'avg(requests_total)'])],
  ['many do not follow it', dashboard([follows, follows, 'avg(requests_total)', 'min(requests_total)'])],
  ['another value is asked', dashboard([follows, follows, follows, 'avg(requests_total{route="/"})'])],
  [
    'the variable is elsewhere in the panel',
    dashboard([follows, follows, follows, 'avg(requests_total) / avg(x{y="$route"})']),
  ],
  ['all are promised', dashboard([...Array<string>(4).fill(follows), 'avg(requests_total)'], 'All routes')],
  ['nothing is known of the metric', dashboard([follows, follows, follows, 'avg(in_flight)'])],
])('nothing where %s', (_, json) => {
  expect(findings(json, undefined, [variableNotApplied])).toEqual([]);
});
