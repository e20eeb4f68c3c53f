import { expect, test } from 'vitest';
import { merge } from '../../../src/core/panel/merge.js';

test.each([
  ['nothing', [], {}],
  [
    'key by key, at every depth',
    [{ a: { b: 1, c: 2 } }, { a: { c: 3, d: 4 }, e: 5 }],
    { a: { b: 1, c: 3, d: 4 }, e: 5 },
  ],
  ['lists are replaced', [{ a: [1, 2] }, { a: [3] }], { a: [3] }],
  [
    'a plain value replaces an object, and the other way',
    [
      { a: { b: 1 }, c: 1 },
      { a: 1, c: { d: 1 } },
    ],
    { a: 1, c: { d: 1 } },
  ],
  [
    'undefined says nothing, null is a value',
    [{ a: 1, b: 1 }, undefined, { a: undefined, b: null }],
    { a: 1, b: null },
  ],
])('%s', (_, layers, result) => {
  expect(merge(...layers)).toEqual(result);
});

test('what is merged stays as it was', () => {
  const layers = [{ a: { b: 1 } }, { a: { c: 2 } }] as const;
  merge(...layers);
  expect(layers).toEqual([{ a: { b: 1 } }, { a: { c: 2 } }]);
});
