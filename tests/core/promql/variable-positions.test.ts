import { expect, test } from 'vitest';
import { carriedLabels } from '../../../src/core/promql/analyze/labels.js';
import { typeErrors } from '../../../src/core/promql/analyze/type-errors.js';
import { variablesUsed } from '../../../src/core/promql/analyze/variables.js';
import type { Node } from '../../../src/core/promql/node.js';
import { parse } from '../../../src/core/promql/read/parse.js';
import { print } from '../../../src/core/promql/print.js';
import type { Place } from '../../../src/core/promql/syntax-error.js';
import { noCatalog } from './analyze/fixture.js';

/** A query with variables, and the pieces of its text that are nodes of the tree. */
const queries: readonly (readonly [query: string, ...pieces: readonly string[]])[] = [
  // Whole matchers, with the comma in the variable or without.
  ['{$filter}', '{$filter}'],
  ['{job="a"$filter}', '{job="a"$filter}'],
  ['{job="a", $filter}', '{job="a", $filter}'],
  ['x{job="a" $filter , b="c"}', 'x{job="a" $filter , b="c"}'],
  ['x{$filter job="a"}', 'x{$filter job="a"}'],
  ['x{job="a" $filter b="c"}', 'x{job="a" $filter b="c"}'],
  ['x{${filter:raw}$more}', 'x{${filter:raw}$more}'],
  ['x{job $op "a", b="c"}', 'x{job $op "a", b="c"}'],
  ["x{job[[op]]'a'}", "x{job[[op]]'a'}"],
  ['x{job=~"${x:regex}", $label="b", c!~$d}', 'x{job=~"${x:regex}", $label="b", c!~$d}'],
  // Names.
  ['${metric}_total', '${metric}_total'],
  ['$metric{a="b"}', '$metric{a="b"}'],
  ['rate(${x}[5m])', '${x}', '${x}[5m]', 'rate(${x}[5m])'],
  ['[[x]]', '[[x]]'],
  ['rate([[x]][[[w]]])', '[[x]]', '[[x]][[[w]]]', 'rate([[x]][[[w]]])'],
  // Functions, aggregations, what they group by.
  ['$agg(x)', 'x', '$agg(x)'],
  ['$agg by (a) (x)', 'x', '$agg by (a) (x)'],
  ['sum by ($by) (x)', 'x', 'sum by ($by) (x)'],
  ['sum by (a $by) (x)', 'x', 'sum by (a $by) (x)'],
  ['sum $by (x) / 2', 'x', 'sum $by (x)', 'sum $by (x)', '2', 'sum $by (x) / 2'],
  ['sum(x) $by', 'x', 'sum(x)', 'sum(x) $by'],
  ['topk($n, x)', '$n', 'x', 'topk($n, x)'],
  // Operators.
  ['a $op b', 'a', 'b', 'a $op b'],
  ['a[[op]]b', 'a[[op]]b'],
  ['(a) [[op]] 5 > 1', 'a', '5', '(a) [[op]] 5', '1', '(a) [[op]] 5 > 1'],
  ['a * $b ${op} c or d', 'a', '$b', 'a * $b', 'c', 'a * $b ${op} c', 'd', 'a * $b ${op} c or d'],
  ['a $op bool on (x) group_left b', 'a', 'b', 'a $op bool on (x) group_left b'],
  ['a * on (x) $b', 'a', '$b', '$b', 'a * on (x) $b'],
  // Durations, offsets and times.
  ['x[$range]', 'x', 'x[$range]'],
  ['x offset $off', 'x', 'x offset $off'],
  ['rate(x[5m] $offset)', 'x', 'x[5m]', 'x[5m] $offset', 'rate(x[5m] $offset)'],
  ['x{a="b"}$offset and y', 'x{a="b"}', 'x{a="b"}$offset', 'y', 'x{a="b"}$offset and y'],
  ['x[$__range:$res] @ $t', 'x', 'x[$__range:$res]', 'x[$__range:$res] @ $t'],
  ['x[${__range_s}s]', 'x', 'x[${__range_s}s]'],
  // Numbers.
  ['x * $__range_s', 'x', '$__range_s', 'x * $__range_s'],
  [
    'x / ($__interval_ms / 1000)',
    'x',
    '$__interval_ms',
    '1000',
    '$__interval_ms / 1000',
    'x / ($__interval_ms / 1000)',
  ],
  ['x > ${__from:date:seconds}', 'x', '${__from:date:seconds}', 'x > ${__from:date:seconds}'],
];

test.each(queries)('%s', (query, ...pieces) => {
  const places = new Map<Node, Place>();
  const node = parse(query, places);
  expect([...places.values()].map(({ from, to }) => query.slice(from, to)).toSorted()).toEqual(pieces.toSorted());
  const printed = print(node);
  expect(print(parse(printed))).toBe(printed);
  expect(typeErrors(node)).toEqual([]);
});

test('an item without a comma is refused where no variable holds one', () => {
  expect(() => parse('sum by (a b) (x)')).toThrow('unexpected "b"');
  expect(() => parse('sum($by a) (x)')).toThrow('unexpected "a"');
  expect(() => parse('x{a="b" c="d"}')).toThrow('unexpected "c"');
  expect(() => parse('a b$op c')).toThrow('unexpected "b"');
});

test.each([
  ['x{a="b"$one, c="d"$two}', ['one', 'two']],
  ['sum by (a $one) (x $two) $three', ['one', 'three', 'two']],
  ['a $one on ($two) b $three c', ['one', 'three', 'two']],
  ['x{a ${one} "b"}', ['one']],
])('the variables of %s are used', (query, names) => {
  expect([...variablesUsed(parse(query))].toSorted()).toEqual(names);
});

test.each(['a $op b', 'sum by (x) (a) $clause', 'sum $by (a)'])('%s may return any label', (query) => {
  expect(carriedLabels(parse(query), noCatalog)).toEqual({ labels: new Set(), possible: new Set(), others: true });
});

test('numbers on both sides of a variable are a number, and a range before one a range', () => {
  expect(typeErrors(parse('vector(1 $op 2)'))).toEqual([]);
  expect(typeErrors(parse('rate(x[5m] $offset) + scalar(a $op b)'))).toEqual([]);
  expect(typeErrors(parse('rate(x $offset)'))).not.toEqual([]);
});
