import { describe, expect, test } from 'vitest';
import { seriesUsed } from '../../../../src/core/promql/analyze/metrics.js';
import { rolesAsked, withoutRole } from '../../../../src/core/promql/analyze/roles.js';
import { variablesUsed } from '../../../../src/core/promql/analyze/variables.js';
import type { Node } from '../../../../src/core/promql/node.js';
import { parse } from '../../../../src/core/promql/read/parse.js';
import { lookup } from './fixture.js';

test('the series that a query uses, with what the catalog knows of them', () => {
  const query = 'rate(latency_seconds_sum{route="/"}[5m]) / on () unknown + {__name__="up"} + $m{} + {x=~"y"}';
  const uses = seriesUsed(parse(query), lookup).map(({ metric, family, part, matchers }) => [
    metric,
    family?.name,
    part,
    matchers.map(({ label }) => label).join(' '),
  ]);
  expect(uses).toEqual([
    ['latency_seconds_sum', 'latency_seconds', 'sum', 'route'],
    ['unknown', undefined, undefined, ''],
    ['up', 'up', 'value', '__name__'],
    [undefined, undefined, undefined, ''],
    [undefined, undefined, undefined, 'x'],
  ]);
});

test("a selector's own family wins over the catalog", () => {
  const family = lookup('in_flight')?.family;
  const node: Node = { kind: 'selector', metric: 'x', matchers: [], ...(family && { family }) };
  expect(seriesUsed(node, lookup)).toEqual([{ metric: 'x', matchers: [], family, part: 'value', node }]);
});

test.each([
  ['$a + ${b:raw} + [[c]]', 'a b c'],
  ['rate(x[$w:${s}s] offset -$o)', 'w s o'],
  ['rate(x[$__rate_interval]) * $__range_s', ''],
  ['${m}_total{$l="v", a="x-$p", b=~"$q", c="$__all"}', 'm l p q'],
  ['$agg by ($g) (x) * on ($j) group_left ($k) y', 'j k agg g'],
  ['x{$filter, a=$b} @ ${t} * 1${zeros}$n', 'b filter t zeros n'],
  ['$f(x) + label_replace(x, "$dst", "$1", "src", "$")', 'f dst'],
])('the variables of %s', (query, expected) => {
  expect([...variablesUsed(parse(query))].join(' ')).toBe(expected);
});

describe('roles', () => {
  const up: Node = { kind: 'selector', metric: 'up', matchers: [] };

  test.each<[string, readonly string[], number, Node]>([
    ['the first owner', ['LOCAL', 'SHADOW'], 0, parse('in_flight + events_total')],
    ['none for what is unknown', [], 0, parse('unknown + 1')],
    ['none for what every Prometheus has', [], 1, parse('up')],
    ['the role that a selector names', ['MAIN'], 0, { ...up, role: 'MAIN' }],
    ['the role that a constant names', ['MAIN'], 0, { kind: 'call', name: 'time', args: [], role: 'MAIN' }],
  ])('%s', (_, roles, missing, node) => {
    expect([...rolesAsked(node, lookup)]).toEqual(roles);
    expect(withoutRole(node, lookup)).toHaveLength(missing);
  });
});
