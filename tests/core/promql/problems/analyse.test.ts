import { expect, test } from 'vitest';
import { catalogLookup } from '../../../../src/core/catalog/lookup.js';
import type { MetricFamily } from '../../../../src/core/model/metric.js';
import { analyse } from '../../../../src/core/promql/problems/analyse.js';
import { skeleton } from '../../../../src/core/promql/analyze/skeleton.js';
import type { Node, SelectorNode } from '../../../../src/core/promql/node.js';
import { parse } from '../../../../src/core/promql/read/parse.js';

const requests: MetricFamily = {
  name: 'requests_total',
  type: 'counter',
  help: 'Requests.',
  labels: { route: { kind: 'open', examples: [] }, status: { kind: 'finite', values: ['ok', 'failed'] } },
  owners: ['LOCAL'],
  origin: 'exported',
};
const lookup = () => catalogLookup([requests]);

/** A query as builders make it: its selectors know their family. */
function built(text: string, family: MetricFamily = requests): Node {
  const own = (node: Node): Node => {
    if (node.kind === 'selector') return { ...node, family } satisfies SelectorNode;
    if (node.kind === 'call') return { ...node, args: node.args.map(own) };
    if (node.kind === 'aggregate') return { ...node, expr: own(node.expr) };
    if (node.kind === 'binary') return { ...node, left: own(node.left), right: own(node.right) };
    return node;
  };
  return own(parse(text));
}

test('the value that = matches on a label with any value is no part of what a query is', () => {
  const shape = (route: string) => skeleton(built(`sum(rate(requests_total{route="${route}"}[5m]))`));
  expect(shape('/a')).toBe(shape('/b'));
});

test.each([
  ['another operator', 'requests_total{route="/a"}', 'requests_total{route!="/a"}'],
  ['a value that != matches', 'requests_total{route!="/a"}', 'requests_total{route!="/b"}'],
  ['a pattern', 'requests_total{route=~"/a.*"}', 'requests_total{route=~"/b.*"}'],
  ['an empty value', 'requests_total{route="/a"}', 'requests_total{route=""}'],
  ['a variable', 'requests_total{route="/a"}', 'requests_total{route="$route"}'],
  ['another variable', 'requests_total{route="$a"}', 'requests_total{route="$b"}'],
  ['a value of a finite set', 'requests_total{status="ok"}', 'requests_total{status="failed"}'],
  ['a label', 'requests_total{route="/a"}', 'requests_total{gone="/a"}'],
  ['a window', 'rate(requests_total[5m])', 'rate(requests_total[1m])'],
  ['an offset', 'requests_total offset 5m', 'requests_total'],
  ['a grouping', 'sum by (route) (requests_total)', 'sum without (route) (requests_total)'],
  ['a number', 'requests_total * 60', 'requests_total * 100'],
  ['a matching', 'requests_total / on (route) requests_total', 'requests_total / ignoring (route) requests_total'],
  ['bool', 'requests_total > bool 1', 'requests_total > 1'],
])('%s is a part of what a query is', (_, one, other) => {
  expect(skeleton(built(one))).not.toBe(skeleton(built(other)));
});

test('so are the role that is asked, and the family behind a name', () => {
  const node = built('requests_total') as SelectorNode;
  expect(skeleton({ ...node, role: 'LOCAL' })).not.toBe(skeleton({ ...node, role: 'MAIN' }));
  expect(skeleton(node)).not.toBe(skeleton(built('requests_total', { ...requests })));
});

test('what was found in one query is never told of another', () => {
  const shared = lookup();
  const texts = ['a', 'b'].flatMap((route) => [
    `sum by (route) (rate(requests_total{route="${route}"}[5m]))`,
    `abs(requests_total{route="${route}"}[5m])`,
    `rate(requests_total{route="${route}", status="${route}"}[5m])`,
    `sum by (gone) (rate(requests_total{route="${route}"}[5m]))`,
  ]);
  for (const text of texts) {
    const node = built(text);
    expect(analyse(node, shared)).toEqual(analyse(node, lookup()));
  }
});
