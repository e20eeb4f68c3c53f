import fc from 'fast-check';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { code, inline, tableOf } from '../../../../src/core/pack/page/markdown.js';

async function isPretty(markdown: string): Promise<boolean> {
  return (await format(markdown, { parser: 'markdown', printWidth: 120, singleQuote: true })) === markdown;
}

/** Texts that titles are made of, and what Markdown reads as markup. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Peak_Trade',
        ' — ',
        '_',
        '*',
        '`',
        '|',
        '#',
        '- ',
        '1. ',
        '[x](y)',
        '<b>',
        '&amp;',
        '\\',
        '~~',
        '{{',
        '$x',
        '\n',
        'AI Live',
        '(5m)',
        '漢字',
        'é',
        '🙂',
        ':',
        '!',
        '+ ',
        '>',
        'http://a.b',
        'www.a.b',
        'a@b.cd',
        '--',
        '===',
      ),
      fc.string({ maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''))
  .filter(
    (each) =>
      each.trim() !== '' &&
      !/[\p{C}\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f\u3000]/u.test(each.replaceAll('\n', ' ')),
  );

describe('a text', () => {
  test.each([
    ['Peak_Trade — Operator Unified', 'Peak_Trade — Operator Unified'],
    ['AI Live Up (1/0)', 'AI Live Up (1/0)'],
    ['rate of *all*', '`rate of *all*`'],
    ['_private', '`_private`'],
    ['a ` b', '``a ` b``'],
    ['1. first', '`1. first`'],
    ['two\nlines', 'two lines'],
  ])('%j is %j', (from, to) => {
    expect(inline(from)).toBe(to);
  });

  test('is what prettier leaves alone, in lists, headings and tables', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (one, two) => {
        const table = tableOf(
          ['What', 'How'],
          [
            [inline(one), code(two)],
            [inline(two), code(one)],
          ],
        );
        const page = `# ${inline(one)}\n\n- **${inline(one)}** (stat)\n  - LOCAL: ${code(two)}\n- ${inline(two)}\n\n${table}\n`;
        expect(await isPretty(page)).toBe(true);
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});
