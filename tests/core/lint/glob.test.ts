import { expect, test } from 'vitest';
import { matchesGlob } from '../../../src/core/lint/glob.js';

test.each([
  ['a.json', ['a.json'], ['b.json', 'd/a.json', 'axjson']],
  ['*.json', ['a.json', '.json'], ['d/a.json', 'a.jsonx']],
  ['**/*.json', ['a.json', 'd/a.json', 'd/e/a.json'], ['a.yml']],
  ['d/**', ['d/a', 'd/e/a'], ['e/a', 'dd/a']],
  ['./d/?.json', ['d/a.json'], ['d/ab.json', 'd//.json']],
  ['{a,b*}/c', ['a/c', 'bb/c'], ['c/c', 'a,b/c']],
  ['a(b)[c]+$.json', ['a(b)[c]+$.json'], ['abc.json']],
  ['{a', ['{a'], ['a']],
])('%s', (glob, yes, no) => {
  expect(yes.filter((path) => !matchesGlob(path, glob))).toEqual([]);
  expect(no.filter((path) => matchesGlob(path, glob))).toEqual([]);
});
