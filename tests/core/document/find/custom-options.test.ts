import { expect, it } from 'vitest';
import { customOptions } from '../../../../src/core/document/find/custom-options.js';

it.each([
  ['a, b ,c', ['a', 'b', 'c']],
  ['Live : 1,Shadow : 2', ['1', '2']],
  [String.raw`a\,b,c`, ['a,b', 'c']],
  ['10:30, 11:00', ['10:30', '11:00']],
  ['', undefined],
  [' , ', undefined],
])('reads the values of %j', (query, values) => {
  expect(customOptions(query)?.map(({ value }) => value)).toEqual(values);
});
