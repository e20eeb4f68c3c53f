import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonErrorAt } from '../../../src/core/text/json-error.js';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test.each<[text: string, offset: number, found: string]>([
  ['', 0, 'the end of the text'],
  ['{', 1, 'the end of the text'],
  ['{"a":1', 6, 'the end of the text'],
  ['{\n  "a": 1,\n}', 12, '"}"'],
  ['[1,]', 3, '"]"'],
  ['[1 2]', 3, '"2"'],
  ['{"a" 1}', 5, '"1"'],
  ['{a: 1}', 1, '"a"'],
  ['[1}', 2, '"}"'],
  ['{}\n{}', 3, '"{"'],
  ['{"a": 1 "refresh": 2}', 8, '"refresh"'],
  ['{} "a long text of more than twenty"', 3, '"a long text of more …"'],
  ['[\n"a\nb"]', 4, 'a control character or line break'],
  ['["\\x"]', 2, JSON.stringify('\\')],
  ['[01]', 1, '"01"'],
  ['{\n<<<<<<< HEAD\n"a": 1}', 2, '"<"'],
  [']', 0, '"]"'],
  [',', 0, '","'],
])('%j stops being JSON at %i', (text, offset, found) => {
  expect(isJson(text)).toBe(false);
  expect(jsonErrorAt(text)).toEqual({ offset, found });
});

test('finds an error exactly where JSON.parse does', () => {
  const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value, null, 1));
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    '\\',
    '1',
    '-',
    '.',
    'e',
    'true',
    'null',
    'x',
    '\n',
    ' ',
  );
  fc.assert(
    fc.property(json, fc.nat(), fc.nat(3), pieces, (text, at, length, piece) => {
      const place = at % (text.length + 1);
      const edited = text.slice(0, place) + piece + text.slice(place + length);
      expect(jsonErrorAt(text)).toBeUndefined();
      expect(jsonErrorAt(edited) === undefined).toBe(isJson(edited));
    }),
    { numRuns: 3000 },
  );
});
