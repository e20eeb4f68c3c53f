import { beforeAll, expect, test } from 'vitest';
import { findProblems } from '../../../src/core/promql/problems/problems.js';
import { aggregationTable, functionTable, type FunctionFacts } from '../../../src/core/promql/functions.js';
import { parse } from '../../../src/core/promql/read/parse.js';
import { PromqlSyntaxError } from '../../../src/core/promql/syntax-error.js';
import { noCatalog } from './analyze/fixture.js';
import { describeOnEach } from '../../servers/versions.js';
import { newerThan } from './arbitrary-parts.js';
import { isNewSyntax } from './mutated-query.js';
import { knownDifferences, type Version } from './known-differences.js';
import { promtoolQueries } from './promtool-queries.js';
import { assertPromtool, refused } from './promtool.js';
import { mutations } from './query-mutations.js';

beforeAll(assertPromtool);

const rows = Object.values(promtoolQueries);
/** Above this number, every second, third … mutation of a kind is taken. */
const mostOfAKind = 3000;

describeOnEach((servers) => {
  const compared = new Map<string, { readonly wrong: number; readonly all: number }>();

  /** The queries that promtool refuses. It takes an empty one for a rule without expression. */
  const theirs = (queries: readonly string[]): ReadonlySet<string> => {
    const written = queries.filter((query) => query.trim() !== '');
    return new Set([...refused(written, servers), ...queries.filter((query) => query.trim() === '')]);
  };

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
        rows.flatMap(({ right }) => right.flatMap(mutate)).filter((query) => isCompared(query, servers.title)),
      );
      const every = Math.ceil(made.size / mostOfAKind);
      const queries = [...made].filter((_, index) => index % every === 0);
      const [they, we] = [theirs(queries), ours(queries)];
      expect(queries.filter((query) => they.has(query) !== we.has(query)).map((query) => accepts(query, we))).toEqual(
        [],
      );
      expect([they.size, queries.length - they.size].every((count) => count > 50)).toBe(true);
      compared.set(kind, { wrong: they.size, all: queries.length });
    },
    60_000,
  );

  test('so many queries are compared', ({ annotate }) => {
    const table = rows.reduce((sum, { right, wrong }) => sum + right.length + wrong.length, 0);
    const sum = (key: 'wrong' | 'all'): number =>
      [...compared.values()].reduce((total, count) => total + count[key], 0);
    expect([compared.size, sum('wrong') > 5000, sum('all') - sum('wrong') > 1000]).toEqual([
      Object.keys(mutations).length,
      true,
      true,
    ]);
    const known = differences.length + newerThan[servers.title].size;
    const count = `compared with promtool of ${servers.title}: ${table} queries of the table and ${sum('all')} mutations of ${compared.size} kinds (${sum('wrong')} wrong); ${known} known differences`;
    console.log(count);
    return annotate(count);
  });

  const differences = knownDifferences.filter((row) => row.in.includes(servers.title));

  test('what is known to differ does, and nothing that another version judges differently', () => {
    const queries = knownDifferences.map(({ query }) => query);
    const [they, we] = [theirs(queries), ours(queries)];
    const found = queries.filter((query) => they.has(query) !== we.has(query)).map((query) => accepts(query, we));
    expect(found).toEqual(differences.map((row) => `${row.accepts} accepts ${row.query}`));
  });

  test('functions and aggregations that are newer, or experimental, are accepted by dashpack only', () => {
    const calls = [...newerThan[servers.title]].map(example);
    expect([...theirs(calls)]).toEqual(calls);
    expect([...ours(calls)]).toEqual([]);
  });
});

test('what differs for the same reason is like the query that is known to', () => {
  expect(knownDifferences.filter(({ query, like }) => like?.test(query) === false)).toEqual([]);
});

function isCompared(query: string, version: Version): boolean {
  if (version === 'Prometheus 2' && isNewSyntax(query)) return false;
  return !knownDifferences.some((row) => row.in.includes(version) && row.like?.test(query) === true);
}

function accepts(query: string, refusedByUs: ReadonlySet<string>): string {
  return `${refusedByUs.has(query) ? 'promtool' : 'dashpack'} accepts ${query}`;
}

function ours(queries: readonly string[]): ReadonlySet<string> {
  return new Set(queries.filter((query) => !isAccepted(query)));
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
