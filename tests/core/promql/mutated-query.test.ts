import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { typeErrors } from '../../../src/core/promql/analyze/type-errors.js';
import { parse } from '../../../src/core/promql/read/parse.js';
import { PromqlSyntaxError } from '../../../src/core/promql/syntax-error.js';
import { describeOnEach } from '../../servers/versions.js';
import { knownDifferences } from './known-differences.js';
import { isNewSyntax, mutatedQuery } from './mutated-query.js';
import { assertPromtool, refused } from './promtool.js';

beforeAll(assertPromtool);

describeOnEach((servers) => {
  const known = knownDifferences.filter((row) => row.in.includes(servers.title));
  const differs = (query: string): boolean => known.some(({ like }) => like?.test(query) === true);

  test('broken queries are refused where Prometheus refuses them, but for syntax that is newer', () => {
    const queries = fc.sample(mutatedQuery, { numRuns: 1500, seed: 6 }).filter((query) => query.trim() !== '');
    const theirs = new Set(refused(queries, servers));
    const ours = new Set(queries.filter((query) => !isAccepted(query)));
    expect(theirs.size).toBeGreaterThan(300);
    expect([...ours].filter((query) => !theirs.has(query) && !differs(query))).toEqual([]);
    expect([...theirs].filter((query) => !ours.has(query) && !isNewSyntax(query) && !differs(query))).toEqual([]);
  });
});

test('no text makes the parser fail otherwise than with a syntax error', () => {
  const pieces = fc.constantFrom(
    '$x',
    '${x}',
    '[[x]]',
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '"',
    "'",
    '`',
    '\\',
    '#',
    '\n',
    'a',
    '5m',
    '-',
    ' ',
    'by',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((list) => list.join('')),
    mutatedQuery,
  );
  fc.assert(
    fc.property(text, (query) => {
      expect(() => isAccepted(query)).not.toThrow();
    }),
    { numRuns: 3000 },
  );
});

function isAccepted(query: string): boolean {
  try {
    return typeErrors(parse(query)).length === 0;
  } catch (error) {
    if (error instanceof PromqlSyntaxError) return false;
    throw error;
  }
}
