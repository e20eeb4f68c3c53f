import { customVariable, sql, sqlRole } from 'dashpack';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { quoteField, quoteLiteral } from '../../../src/core/sql/quote.js';
import type { AnySqlQuery } from '../../../src/core/sql/sql-query.js';
import { startPostgres, type PostgresServer, type SqlResult } from '../../servers/postgres.js';
import { createTable } from './create-table.js';
import { expandMacros } from './expand-macros.js';

const SHOP = sqlRole('SHOP');
const orders = sql.table('public.orders', {
  placed_at: 'timestamptz',
  country: 'text',
  kind: ['gift', 'sale'],
  total: 'numeric',
  items: 'integer',
  paid: 'boolean',
});
const { columns } = orders;
const within = { from: orders, time: columns.placed_at } as const;
const country = customVariable('country', ['DE', "C'te d'Ivoire", 'FR'], { multi: true });

const rows = [
  // Out of the time range, at both ends.
  `('2026-01-01 09:59:59+00', 'DE', 'sale', 100, 1, true)`,
  `('2026-01-01 10:00:00+00', 'DE', 'sale', 10, 1, true)`,
  `('2026-01-01 10:00:59+00', 'FR', 'gift', 20, 2, false)`,
  `('2026-01-01 10:01:00+00', 'DE', 'sale', 30, 3, true)`,
  `('2026-01-01 11:00:00+01', 'C''te d''Ivoire', 'sale', 40, 4, NULL)`,
  `('2026-01-01 10:05:00+00', 'DE', 'gift', 50, 5, true)`,
  `('2026-01-01 10:05:01+00', 'DE', 'sale', 100, 1, true)`,
];
const viewed = {
  from: '2026-01-01T10:00:00Z',
  to: '2026-01-01T10:05:00Z',
  intervalSeconds: 60,
  chosen: { country: ['DE', "C'te d'Ivoire"] },
};

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  await server.run(`${createTable(orders.facts)}; INSERT INTO orders VALUES ${rows.join(', ')}`);
}, 60_000);
afterAll(() => server.stop());

const ask = (query: AnySqlQuery): Promise<SqlResult> => server.query(expandMacros(query.text, viewed));

describe('PostgreSQL answers', () => {
  test('how many rows the time range has, its ends included', async () => {
    const query = sql.query(SHOP, { ...within, select: { Orders: sql.count() } });
    expect(await ask(query)).toEqual({ columns: ['Orders'], rows: [['5']] });
  });

  test('rates per interval, by the start of each', async () => {
    const query = sql.query(SHOP, {
      ...within,
      perInterval: true,
      select: { Orders: sql.count(), 'Gifts/min': sql.perMinute(sql.count(sql.is(columns.kind, 'gift'))) },
    });
    const { columns: names, rows: found } = await ask(query);
    expect(names).toEqual(['time', 'Orders', 'Gifts/min']);
    expect(found.map((row) => row.map(Number))).toEqual([
      [1767261600, 3, 1],
      [1767261660, 1, 0],
      [1767261900, 1, 1],
    ]);
  });

  test('groups, sorted and cut off', async () => {
    const query = sql.query(SHOP, {
      ...within,
      select: { Country: columns.country, Total: sql.sum(columns.total), Least: sql.min(columns.items) },
      orderBy: { Total: 'descending', Country: 'ascending' },
      limit: 2,
    });
    expect(await ask(query)).toEqual({
      columns: ['Country', 'Total', 'Least'],
      rows: [
        ['DE', '90', '1'],
        ["C'te d'Ivoire", '40', '4'],
      ],
    });
  });

  test.each([
    ['a text', sql.is(columns.country, "C'te d'Ivoire"), '1'],
    ['another text', sql.isNot(columns.kind, 'gift'), '3'],
    ['a truth', sql.is(columns.paid, false), '1'],
    ['a number', sql.is(columns.items, 3), '1'],
    ['several', sql.isOneOf(columns.kind, ['gift', 'sale']), '5'],
    ['more', sql.isGreater(columns.total, 29.5), '3'],
    ['less', sql.isLess(columns.total, 30), '2'],
    ['what the viewer chose', sql.isAmong(columns.country, country), '4'],
  ])('rows that are %s', async (_, condition, expected) => {
    const query = sql.query(SHOP, { ...within, select: { n: sql.count() }, where: [condition] });
    expect((await ask(query)).rows).toEqual([[expected]]);
  });

  test('nothing where there was nothing to average', async () => {
    const query = sql.query(SHOP, {
      ...within,
      select: { Mean: sql.avg(columns.total), Most: sql.max(columns.total) },
      where: [sql.is(columns.country, 'nowhere')],
    });
    expect((await ask(query)).rows).toEqual([[null, null]]);
  });

  test('about all times, where that is said', async () => {
    const query = sql.query(SHOP, { from: orders, allTime: 'stock is what ever came in', select: { n: sql.count() } });
    expect((await ask(query)).rows).toEqual([['7']]);
  });
});

describe('quoting', () => {
  const text = fc
    .string({ unit: 'binary', maxLength: 20 })
    .filter((value) => !/\$[\w{]|\[\[\w|\0|\p{Surrogate}/u.test(value));

  test('a text comes back as it was', async () => {
    const texts = fc.sample(text, { numRuns: 300, seed: 1 });
    const nasty = ["'", "''", String.raw`\'; DROP TABLE orders; --`, '"', '$$', '; --', '%', ''];
    const all = [...nasty, ...texts];
    const { rows: found } = await server.query(
      `SELECT * FROM (VALUES ${all.map((value, index) => `(${index}, ${quoteLiteral(value)}::text)`).join(', ')}) AS t ORDER BY 1`,
    );
    expect(found.map(([, value]) => value)).toEqual(all);
  });

  test('the name of a column of a result is its own', async () => {
    const names = ['Buy "now"', "it's", 'a; b', 'ü', 'P&L (%)', '$ 5'];
    const result = await server.query(`SELECT ${names.map((name) => `1 AS ${quoteField(name)}`).join(', ')}`);
    expect(result.columns).toEqual(names);
  });
});
