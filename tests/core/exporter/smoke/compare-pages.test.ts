import { expect, test } from 'vitest';
import { comparePages } from '../../../../src/core/exporter/smoke/compare-pages.js';

const before = '# TYPE a_total counter\na_total{x="1",y="two words"} 3\n';
const after = `${before.replace(' 3\n', ' 5\n')}b_total 7\nc{x="a\\"b"} 1e3\n`;

test.each([
  ['a series that grew, whatever the order of its labels', 'a_total', { y: 'two words', x: '1' }, 2],
  ['a series that is new', 'b_total', {}, 7],
  ['a series that is in neither', 'b_total', { x: '1' }, 0],
  ['a value with a quote', 'c', { x: 'a"b' }, 1000],
])('%s', (_name, series, labels, found) => {
  expect(comparePages(before, after, [{ series, labels, by: 1 }])).toEqual([
    { series: expect.any(String), expected: 1, found },
  ]);
});
