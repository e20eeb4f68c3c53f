import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printCaret } from '../../../src/core/report/caret.js';

const long = `${'a'.repeat(80)} + rate(up[5m]) + ${'b'.repeat(80)}`;

test.each([
  ['a part', 'rate(up[5m])', [5, 7], {}, ['rate(up[5m])', '     ^^']],
  ['nothing', 'up', [2, 2], {}, ['up', '  ^']],
  ['the second line', 'a\n+ b', [4, 5], {}, ['+ b', '  ^']],
  ['more than the line', 'a +\nb', [0, 5], {}, ['a +', '^^^']],
  ['behind a tab', 'a\tb', [2, 3], {}, ['a\tb', ' \t^']],
  ['behind an emoji', '🙂 b', [3, 4], {}, ['🙂 b', '  ^']],
  ['a line of Windows', 'a\r\nb', [0, 1], {}, ['a·', '^']],
  ['indented', 'up', [0, 2], { indent: '  ' }, ['  up', '  ^^']],
  ['outside', 'up', [7, 9], {}, ['up', '  ^']],
  ['a long line', long, [88, 90], { width: 30 }, ['…aaaaaa + rate(up[5m]) + bbbbbb…', '               ^^']],
  ['a long range', 'c'.repeat(50), [0, 50], { width: 10 }, ['cccccccccc…', '^^^^^^^^^^']],
] as const)('%s', (_, text, [from, to], options, lines) => {
  expect(printCaret(text, { from, to }, options).split('\n')).toEqual(lines);
});

test('any text and range give two lines, neither much wider than asked', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.integer(),
      fc.integer(),
      fc.integer({ min: 1, max: 120 }),
      (text, from, to, width) => {
        const lines = printCaret(text, { from, to }, { width }).split('\n');
        expect(lines).toHaveLength(2);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width + 3);
      },
    ),
  );
});
