import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelSafe } from '../../../src/core/exporter/label-safe.js';

test.each([
  ['demo', 'demo'],
  ['mvs_20260124', 'mvs_20260124'],
  ['Run-1.B', 'Run-1.B'],
  ['two words', 'two_words'],
  ['a"b\\c\nd', 'a_b_c_d'],
  ['größe', 'gr__e'],
  ['💥x', '_x'],
  ['\uD800x', '_x'],
  ['x'.repeat(40), 'x'.repeat(32)],
  ['💥'.repeat(40), '_'.repeat(32)],
  ['', ''],
])('%j becomes %j', (text, expected) => {
  expect(labelSafe(text, 32)).toBe(expected);
});

test('what comes out is safe, not too long, and stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const safe = labelSafe(text, 32);
      expect(safe).toMatch(/^[A-Za-z0-9._-]{0,32}$/);
      expect(safe.length).toBe(Math.min(32, Array.from(text).length));
      expect(labelSafe(safe, 32)).toBe(safe);
    }),
  );
});
