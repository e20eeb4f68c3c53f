import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { re2Fault } from '../../../../src/core/promql/analyze/re2-fault.js';
import { quote } from '../../../../src/core/promql/quote.js';
import { assertPromtool, refused } from '../promtool.js';

beforeAll(assertPromtool);

test.each([
  ['(', 'unterminated group'],
  ['a)', "unmatched ')'"],
  ['*', 'nothing to repeat'],
  ['a**', 'nothing to repeat'],
  ['[', 'unterminated character class'],
  ['x{2,1}', 'numbers out of order in {} quantifier'],
  ['x{1001}', 'RE2 repeats at most 1000 times'],
  ['(?=x)', 'RE2 has no lookaround such as (?='],
  ['a(?<!x)', 'RE2 has no lookaround such as (?<!'],
  [String.raw`(a)\1`, String.raw`RE2 has no back reference such as \1`],
  [String.raw`\y`, String.raw`RE2 has no escape \y`],
  ['a\\', '\\ at end of pattern'],
])('%s: %s', (pattern, fault) => {
  expect(re2Fault(pattern)).toBe(fault);
});

const right = [
  '',
  '.*',
  'a|b',
  '(?i)x',
  '(?i:x)y',
  '(?P<n>a|b)',
  '^*',
  '[]a]',
  '[^]a]+',
  '[[:alpha:]_]+',
  String.raw`\d+\.\_\pL\p{Greek}\x{1F600}`,
  String.raw`\Qa(b\E*`,
  'a{',
  'a{,2}',
  ']',
  'a{2}',
  '(?s-i:.)',
  String.raw`\bx\b+`,
  '😀+',
  '[a-z\\]]',
  '()',
  '(|a)',
];

test('what Prometheus reads is right', () => {
  expect(right.filter((pattern) => re2Fault(pattern) !== undefined)).toEqual([]);
});

test('refuses what Prometheus refuses', () => {
  const piece = fc.constantFrom(
    'a',
    '.',
    '*',
    '+',
    '?',
    '(',
    ')',
    '(?:',
    '(?i)',
    '[',
    ']',
    '^',
    '$',
    '|',
    '{2}',
    '{1,3}',
    '{2,1}',
    '\\.',
    '\\d',
    '\\',
    '(?=',
    '(?P<n>',
    '[[:digit:]]',
    '-',
  );
  const patterns = [
    ...right,
    ...fc.sample(
      fc.array(piece, { minLength: 1, maxLength: 6 }).map((list) => list.join('')),
      { numRuns: 1500, seed: 8 },
    ),
  ];
  const theirs = new Set(refused(patterns.map(query)));
  expect(theirs.size).toBeGreaterThan(300);
  const differ = patterns.filter((pattern) => theirs.has(query(pattern)) !== (re2Fault(pattern) !== undefined));
  expect(differ.map((pattern) => `${theirs.has(query(pattern)) ? 'dashpack' : 'promtool'} accepts ${pattern}`)).toEqual(
    [],
  );
});

function query(pattern: string): string {
  return `a{b=~${quote(pattern)}}`;
}
