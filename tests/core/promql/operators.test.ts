import { expect, test } from 'vitest';
import { parse } from '../../../src/core/promql/read/parse.js';
import {
  holds,
  isComparison,
  isFilter,
  isSelection,
  isSetOperation,
  operatorKind,
} from '../../../src/core/promql/operators.js';

const asked = { isComparison, isFilter, isSelection, isSetOperation };

/** The questions that a query answers with yes. */
function yes(query: string): readonly string[] {
  const node = parse(query);
  return Object.entries(asked).flatMap(([name, is]) => (is(node) ? [name] : []));
}

test.each([
  ...['==', '!=', '>', '<', '>=', '<='].flatMap((operator): [string, string[]][] => [
    [`a ${operator} b`, ['isComparison', 'isFilter', 'isSelection']],
    [`a ${operator} bool b`, ['isComparison']],
  ]),
  ['a and b', ['isSelection', 'isSetOperation']],
  ['a unless b', ['isSelection', 'isSetOperation']],
  ['a or b', ['isSetOperation']],
  ...['+', '-', '*', '/', '%', '^', 'atan2', '</', '>/'].map((operator): [string, string[]] => [`a ${operator} b`, []]),
  ['a', []],
])('%s', (query, names) => {
  expect(yes(query)).toEqual(names);
});

test('every kind', () => {
  expect((['or', '!=', 'atan2', '>/'] as const).map(operatorKind)).toEqual(['set', 'comparison', 'arithmetic', 'trim']);
});

test('comparisons of numbers are those of IEEE 754, as in Prometheus', () => {
  const all = ['==', '!=', '>', '<', '>=', '<='] as const;
  const that = (left: number, right: number): readonly string[] =>
    all.filter((operator) => holds(left, operator, right));
  expect(that(1, 2)).toEqual(['!=', '<', '<=']);
  expect(that(2, 2)).toEqual(['==', '>=', '<=']);
  expect(that(3, 2)).toEqual(['!=', '>', '>=']);
  expect(that(Number.NaN, 2)).toEqual(['!=']);
});
