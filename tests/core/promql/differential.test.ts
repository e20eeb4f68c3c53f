import { beforeAll, expect, test } from 'vitest';
import { findProblems } from '../../../src/core/promql/analyze/problems.js';
import { aggregationTable, functionTable, type FunctionFacts } from '../../../src/core/promql/functions.js';
import { parse } from '../../../src/core/promql/parse.js';
import { PromqlSyntaxError } from '../../../src/core/promql/syntax-error.js';
import { noCatalog } from './analyze/fixture.js';
import { newerThan242 } from './arbitrary-parts.js';
import { newSyntax } from './mutated-query.js';
import { knownDifferences, promtoolQueries } from './promtool-queries.js';
import { assertPromtool, refused } from './promtool.js';

beforeAll(assertPromtool);

const rows = Object.values(promtoolQueries);

test.each(Object.entries(promtoolQueries))(
  '%s: dashpack and promtool accept what is right, and refuse what is wrong',
  (_, row) => {
    const queries = [...row.right, ...row.wrong];
    expect({ promtool: verdicts(queries, theirs(queries)), dashpack: verdicts(queries, ours(queries)) }).toEqual({
      promtool: row,
      dashpack: row,
    });
  },
);

test('every query of that table with one piece lost or doubled', ({ annotate }) => {
  const queries = [...new Set(rows.flatMap(({ right }) => right.flatMap(mutations)))].filter(
    (query) => !newSyntax.test(query),
  );
  expect(difference(queries)).toEqual([]);
  const wrong = theirs(queries).size;
  const table = rows.reduce((sum, { right, wrong: bad }) => sum + right.length + bad.length, 0);
  expect([wrong, queries.length - wrong].every((count) => count > 200)).toBe(true);
  const count = `compared with promtool: ${table} queries of the table and ${queries.length} mutations (${wrong} wrong); ${knownDifferences.length + newerThan242.size} known differences`;
  console.log(count);
  return annotate(count);
});

test('what is known to differ does', () => {
  const queries = knownDifferences.map(({ query }) => query);
  const [they, we] = [theirs(queries), ours(queries)];
  const found = knownDifferences.map((row) => ({
    ...row,
    accepts: they.has(row.query)
      ? we.has(row.query)
        ? 'nobody'
        : 'dashpack'
      : we.has(row.query)
        ? 'promtool'
        : 'both',
  }));
  expect(found).toEqual(knownDifferences);
});

test('functions and aggregations newer than 2.42 are accepted by dashpack only', () => {
  const calls = [...newerThan242].map(example);
  expect([...theirs(calls)]).toEqual(calls);
  expect([...ours(calls)]).toEqual([]);
});

/** The queries that promtool refuses. It takes an empty one for a rule without expression. */
function theirs(queries: readonly string[]): ReadonlySet<string> {
  const written = queries.filter((query) => query.trim() !== '');
  return new Set([...refused(written), ...queries.filter((query) => query.trim() === '')]);
}

function ours(queries: readonly string[]): ReadonlySet<string> {
  return new Set(queries.filter((query) => !isAccepted(query)));
}

function difference(queries: readonly string[]): readonly string[] {
  const [they, we] = [theirs(queries), ours(queries)];
  return queries
    .filter((query) => they.has(query) !== we.has(query))
    .map((query) => `${they.has(query) ? 'dashpack' : 'promtool'} accepts ${query}`);
}

function verdicts(
  queries: readonly string[],
  wrong: ReadonlySet<string>,
): { right: readonly string[]; wrong: readonly string[] } {
  return { right: queries.filter((query) => !wrong.has(query)), wrong: queries.filter((query) => wrong.has(query)) };
}

function isAccepted(query: string): boolean {
  try {
    const found = findProblems(parse(query), noCatalog);
    return !found.some(({ kind }) => kind === 'type' || kind === 'not-duration');
  } catch (error) {
    if (error instanceof PromqlSyntaxError) return false;
    throw error;
  }
}

/** The query without each of its words and signs, and with each of them twice. */
function mutations(query: string): readonly string[] {
  const words = query.match(/"(?:[^"\\]|\\.)*"|[\w:.]+|\s+|[=!<>]=|=~|!~|./gsu) ?? [];
  return words.flatMap((word, index) => [words.toSpliced(index, 1).join(''), words.toSpliced(index, 0, word).join('')]);
}

function example(name: string): string {
  const aggregation = name in aggregationTable;
  if (aggregation) return `${name}(1, a)`;
  const facts: FunctionFacts = functionTable[name as keyof typeof functionTable];
  const texts = { vector: 'a', series: 'a[5m]', scalar: '1', string: '"b"' };
  return `${name}(${facts.args.map((type) => texts[type]).join(', ')})`;
}
