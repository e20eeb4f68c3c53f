import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locateJsonError } from '../../../src/core/emit/locate-json-error.js';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test.each<[text: string, line: number, column: number, found: string]>([
  ['', 1, 1, 'the end of the file'],
  ['{', 1, 2, 'the end of the file'],
  ['{"a":1', 1, 7, 'the end of the file'],
  ['{\n  "a": 1,\n}', 3, 1, '}'],
  ['[1,]', 1, 4, ']'],
  ['[1 2]', 1, 4, '2]'],
  ['{"a" 1}', 1, 6, '1}'],
  ['{a: 1}', 1, 2, 'a: 1}'],
  ['[1}', 1, 3, '}'],
  ['{}\n{}', 2, 1, '{}'],
  ['[\n"a\nb"]', 2, 1, '"a'],
  ['["\\x"]', 1, 2, '"\\x"]'],
  ['[01]', 1, 3, '1]'],
  ['{\n<<<<<<< HEAD\n"a": 1}', 2, 1, '<<<<<<< HEAD'],
  [']', 1, 1, ']'],
  [',', 1, 1, ','],
])('%j stops being JSON at %i:%i', (text, line, column, found) => {
  expect(isJson(text)).toBe(false);
  expect(locateJsonError(text)).toEqual({ line, column, found });
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
      expect(locateJsonError(text)).toBeUndefined();
      expect(locateJsonError(edited) === undefined).toBe(isJson(edited));
    }),
    { numRuns: 3000 },
  );
});
