import { age, max, mul, perMinute, query, rate, sum, topk, topOverRange } from 'dashpack';
import { expect, test } from 'vitest';
import { catalogLookup } from '../../../src/core/catalog/lookup.js';
import { withLegend } from '../../../src/core/dashboard/legend.js';
import { analyse } from '../../../src/core/promql/problems/analyse.js';
import type { AnyQuery } from '../../../src/core/query/query.js';
import { parse } from '../../../src/core/promql/read/parse.js';
import { latency, queueDepth, requests } from '../catalog/small-pack.js';

const lookup = catalogLookup([requests, queueDepth, latency].map(({ family }) => family));
const series = { ask: 'range', format: 'time_series' } as const;

function legendOf(asked: AnyQuery, defaults = {}): string | undefined {
  return withLegend(asked, analyse(asked.node, lookup).carried, { ...series, ...defaults } as never).legend;
}

const byRoute = sum(rate(requests()), { by: ['route'] });

test.each([
  ['the label that an aggregation keeps', query(byRoute), '{{route}}'],
  [
    'several, in the order of the aggregation',
    query(sum(rate(requests()), { by: ['route', 'method'] })),
    '{{route}} {{method}}',
  ],
  ['the other order', query(sum(rate(requests()), { by: ['method', 'route'] })), '{{method}} {{route}}'],
  ['what chooses series leaves their labels', query(topk(3, byRoute)), '{{route}}'],
  ['the most frequent of a range', query(topOverRange(3, byRoute)), '{{route}}'],
  ['a calculation with a scalar', query(mul(byRoute, 100)), '{{route}}'],
  ['a recipe around it', query(perMinute(byRoute)), '{{route}}'],
  ['an age', query(age(max(queueDepth(), { by: ['queue'] }))), '{{queue}}'],
  ['what its author wrote stays', query(byRoute, { legend: 'all' }), 'all'],
  ["Grafana's own names, where they are asked for", query(byRoute, { legend: '' }), ''],
  ['one series has no labels', query(sum(rate(requests()))), undefined],
  ['a metric that nothing aggregates', query(queueDepth()), undefined],
  ['an aggregation that says what goes', query(sum(rate(requests()), { without: ['instance'] })), undefined],
])('%s', (_, asked, legend) => {
  expect(legendOf(asked)).toBe(legend);
});

test('two sides of a calculation, and a table, have none', () => {
  const two = {
    ...query(byRoute),
    node: parse('sum by (route) (rate(requests_total[5m])) / sum by (route) (rate(requests_total[5m]))'),
  };
  expect(legendOf(two)).toBeUndefined();
  expect(legendOf(query(byRoute), { format: 'table' })).toBeUndefined();
});
