import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createOwnTexts } from '../../../../src/core/lint/run/own-texts.js';

test.each(['', 'a', 'ä — \u{1F600}', '"\\\n', '\uD800'])('%j stays the same', (text) => {
  expect(createOwnTexts()(text)).toBe(text);
});

test('a piece does not keep what it was cut out of', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const pieces = (cut: (document: string) => string): number => {
    collect();
    const before = process.memoryUsage().heapUsed;
    const kept = Array.from({ length: 100 }, (_, index) => cut(JSON.stringify([index, 'x'.repeat(1_000_000)])));
    collect();
    expect(kept).toHaveLength(100);
    return process.memoryUsage().heapUsed - before;
  };
  const own = createOwnTexts();
  expect(pieces((document) => document.slice(1, 100))).toBeGreaterThan(80_000_000);
  expect(pieces((document) => own(document.slice(1, 100)))).toBeLessThan(20_000_000);
});
