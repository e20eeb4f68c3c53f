import { expect, test } from 'vitest';
import { masksMissing } from '../../../../src/core/promql/analyze/masks-missing.js';
import { parse } from '../../../../src/core/promql/read/parse.js';
import { print } from '../../../../src/core/promql/print.js';

test.each<[query: string, constant?: string, droppedBy?: string]>([
  ['a or vector(0)', 'vector(0)'],
  ['sum(rate(a[5m])) OR on() vector(0)', 'vector(0)'],
  ['sum(a or vector(0)) / b', 'vector(0)'],
  ['a or vector(-1)', 'vector(-1)'],
  ['a or label_replace(vector(0), "job", "web", "", "")', 'label_replace(vector(0), "job", "web", "", "")'],
  ['a or vector(scalar(vector(0)))', 'vector(scalar(vector(0)))'],
  ['(a or vector(0)) unless b', 'vector(0)'],
  ['b and (a or vector(0))', 'vector(0)'],
  ['(a or vector(0)) and vector(1)', 'vector(0)'],
  ['(a or vector(0)) > 0', 'vector(0)', '> 0'],
  ['(a or vector(0)) == 1', 'vector(0)', '== 1'],
  ['(a or vector(0)) >= 0', 'vector(0)'],
  ['(a or vector(0)) > bool 0', 'vector(0)'],
  // Guarded, or no constant.
  ['(a or vector(0)) and on () up == 1'],
  ['((a or vector(0)) * 100) and on () up == 1'],
  ['absent(a) or vector(0)'],
  ['sum(absent_over_time(a[5m])) or vector(0)'],
  ['a or b'],
  ['a or up * 0'],
  ['a or vector(time())'],
  ['a + vector(0)'],
  ['vector(1)'],
])('%s', (query, constant, droppedBy) => {
  const found = masksMissing(parse(query)).map(({ node, filter }) => [
    print(node.right),
    filter && `${filter.operator} ${print(filter.right)}`,
  ]);
  expect(found).toEqual(constant === undefined ? [] : [[constant, droppedBy]]);
});
