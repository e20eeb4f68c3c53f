import { beforeAll, expect, test } from 'vitest';
import { findProblems } from '../../../src/core/promql/problems/problems.js';
import { aggregationTable, functionTable, type FunctionFacts } from '../../../src/core/promql/functions.js';
import { parse } from '../../../src/core/promql/read/parse.js';
import { PromqlSyntaxError } from '../../../src/core/promql/syntax-error.js';
import { noCatalog } from './analyze/fixture.js';
import { newerThan242 } from './arbitrary-parts.js';
import { isNewSyntax } from './mutated-query.js';
import { knownDifferences, promtoolQueries } from './promtool-queries.js';
import { assertPromtool, refused } from './promtool.js';
import { mutations } from './query-mutations.js';

beforeAll(assertPromtool);

const rows = Object.values(promtoolQueries);
/** Above this number, every second, third … mutation of a kind is taken. */
const mostOfAKind = 3000;
/** A plus sign before a range: see the differences that are known. */
const signedRange = /^\+[^+*/-]*\[[^\]]*\]$/;
const compared = new Map<string, { readonly wrong: number; readonly all: number }>();

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

test.each(Object.entries(mutations))(
  'queries of that table with %s',
  (kind, mutate) => {
    const made = new Set(
      rows
        .flatMap(({ right }) => right.flatMap(mutate))
        .filter((query) => !isNewSyntax(query) && !signedRange.test(query)),
    );
    const every = Math.ceil(made.size / mostOfAKind);
    const queries = [...made].filter((_, index) => index % every === 0);
    expect(difference(queries)).toEqual([]);
    const wrong = theirs(queries).size;
    expect([wrong, queries.length - wrong].every((count) => count > 50)).toBe(true);
    compared.set(kind, { wrong, all: queries.length });
  },
  60_000,
);

test('so many queries are compared', ({ annotate }) => {
  const table = rows.reduce((sum, { right, wrong }) => sum + right.length + wrong.length, 0);
  const sum = (key: 'wrong' | 'all'): number => [...compared.values()].reduce((total, count) => total + count[key], 0);
  expect([compared.size, sum('wrong') > 5000, sum('all') - sum('wrong') > 1000]).toEqual([
    Object.keys(mutations).length,
    true,
    true,
  ]);
  const count = `compared with promtool: ${table} queries of the table and ${sum('all')} mutations of ${compared.size} kinds (${sum('wrong')} wrong); ${knownDifferences.length + newerThan242.size} known differences`;
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

function example(name: string): string {
  const aggregation = name in aggregationTable;
  if (aggregation) return `${name}(1, a)`;
  const facts: FunctionFacts = functionTable[name as keyof typeof functionTable];
  const texts = { vector: 'a', series: 'a[5m]', scalar: '1', string: '"b"' };
  return `${name}(${facts.args.map((type) => texts[type]).join(', ')})`;
}
