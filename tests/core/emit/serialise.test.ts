import fc from 'fast-check';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { normalise } from '../../../src/core/emit/normalise.js';
import { serialiseJson } from '../../../src/core/emit/serialise.js';

test('prints two spaces and one newline', () => {
  expect(serialiseJson({ a: [1, { b: 'ä' }], c: [], d: {} })).toBe(
    '{\n  "a": [\n    1,\n    {\n      "b": "ä"\n    }\n  ],\n  "c": [],\n  "d": {}\n}\n',
  );
});

test('prints what prettier prints for generated files', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), async (value) => {
      const text = serialiseJson(normalise(value, 'x'));
      expect(await format(text, { parser: 'json-stringify', printWidth: 120 })).toBe(text);
    }),
    { numRuns: 100 },
  );
});
