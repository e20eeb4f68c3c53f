import { expect, test } from 'vitest';
import { typeErrors } from '../../../src/core/promql/analyze/type-errors.js';
import { equal } from '../../../src/core/promql/equal.js';
import { parse } from '../../../src/core/promql/read/parse.js';
import { print } from '../../../src/core/promql/print.js';
import { dashboardQueries } from './dashboard-queries.js';

test('there are at least 80, no two the same', () => {
  const printed = new Set(dashboardQueries.map((query) => print(parse(query))));
  expect(printed.size).toBe(dashboardQueries.length);
  expect(printed.size).toBeGreaterThanOrEqual(80);
});

test.each(dashboardQueries)('%s', (query) => {
  const node = parse(query);
  const printed = print(node);
  expect(equal(parse(printed), node)).toBe(true);
  expect(print(parse(printed))).toBe(printed);
  expect(bare(printed)).toBe(bare(query));
});

test('types are wrong only where a whole expression is not meant to be asked alone', () => {
  const wrong = dashboardQueries.filter((query) => typeErrors(parse(query)).length > 0);
  expect(wrong).toEqual([]);
});

/** Every word and sign of a query but for what layout, quotes and other spellings change, in no order. */
function bare(query: string): string {
  const words = query.replaceAll(/#[^\n]*/g, '').match(/\$\{?\w+|\[\[\w+|[A-Za-z_][\w:]*/g) ?? [];
  return words
    .map((word) => word.toLowerCase().replaceAll(/[${[]/g, ''))
    .filter((word) => !/^(?:by|without|ignoring|e\d+)$/.test(word))
    .toSorted()
    .join(' ');
}
