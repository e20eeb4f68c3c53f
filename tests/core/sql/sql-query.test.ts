import { customVariable, sql, sqlRole } from 'dashpack';
import { describe, expect, test } from 'vitest';
import { quoteField, quoteLiteral, quoteName } from '../../../src/core/sql/quote.js';

const SHOP = sqlRole('SHOP');
const orders = sql.table('orders', { at: 'timestamptz', country: 'text', kind: ['gift', 'sale'], total: 'numeric' });
const { columns } = orders;
const within = { from: orders, time: columns.at } as const;

describe('prints', () => {
  test('what is grouped by everything that is not counted', () => {
    const { text, fields, reads, variables } = sql.query(SHOP, {
      ...within,
      perInterval: true,
      select: { metric: columns.country, Sum: sql.sum(columns.total), Gifts: sql.count(sql.is(columns.kind, 'gift')) },
      where: [sql.isAmong(columns.country, customVariable('country', ['DE', 'FR'])), sql.isGreater(columns.total, 0)],
      orderBy: { Sum: 'descending' },
      limit: 10,
    });
    expect(text.split('\n')).toEqual([
      'SELECT',
      '  $__timeGroupAlias("at", $__interval),',
      '  "country" AS "metric",',
      '  sum("total") AS "Sum",',
      '  count(*) FILTER (WHERE "kind" = \'gift\') AS "Gifts"',
      'FROM "orders"',
      'WHERE $__timeFilter("at")',
      '  AND "country" IN (${country:sqlstring})',
      '  AND "total" > 0',
      'GROUP BY 1, 2',
      'ORDER BY 1, "Sum" DESC NULLS LAST',
      'LIMIT 10',
    ]);
    expect({ fields, reads, variables }).toEqual({
      fields: ['time', 'metric', 'Sum', 'Gifts'],
      reads: ['at', 'country', 'kind', 'total'],
      variables: ['country'],
    });
  });

  test('rows as they are', () => {
    const { text, allTime } = sql.query(SHOP, {
      from: sql.table('shop.orders', { country: 'text' }),
      allTime: 'a list of all countries',
      select: { Country: columns.country },
      orderBy: { Country: 'ascending' },
    } as never);
    expect(text).toBe('SELECT\n  "country" AS "Country"\nFROM "shop"."orders"\nORDER BY "Country"');
    expect(allTime).toBe('a list of all countries');
  });
});

test.each([
  ['nothing is selected', { ...within, select: {} }, 'it selects nothing'],
  ['a number names a column', { ...within, select: { 1: sql.count() } }, 'is named by a number'],
  [
    'the limit is not a number of rows',
    { ...within, select: { n: sql.count() }, limit: 0.5 },
    'the limit 0.5 is not a whole',
  ],
  [
    'the time range does not limit it',
    { from: orders, allTime: ' ', select: { n: sql.count() } },
    'say in allTime why',
  ],
  [
    'an interval counts nothing',
    { ...within, perInterval: true, select: { c: columns.country } },
    'select sql.count()',
  ],
  [
    'two columns are the time',
    { ...within, perInterval: true, select: { time: sql.count() } },
    'per interval its first column is "time"',
  ],
  [
    'a rate has no interval',
    { ...within, select: { n: sql.perMinute(sql.count()) } },
    'sql.perMinute() needs perInterval: true',
  ],
])('is refused where %s', (_, spec, message) => {
  expect(() => sql.query(SHOP, spec as never)).toThrow(message);
});

describe('quoting refuses', () => {
  test.each(['', 'Orders', 'a b', 'a"b', 'a;b', 'a.b.c', '1a', 'ä', 'x'.repeat(64)])('the name "%s"', (name) => {
    expect(() => quoteName(name)).toThrow('is not a name of a table or column');
    expect(() => sql.table(name as 'orders', {})).toThrow('is not a name of a table or column');
  });

  test.each(['', ' ', '$route', '${route}', '[[route]]', 'ä'.repeat(32), '\0'])(
    'the column "%s" of a result',
    (name) => {
      expect(() => quoteField(name)).toThrow('cannot name a column of a result');
    },
  );

  test.each(['$route', 'x ${route}', '$__timeFilter(at)', '[[route]]', '\0'])('the text "%s"', (value) => {
    expect(() => quoteLiteral(value)).toThrow('would be changed before PostgreSQL reads it');
  });

  test.each([Number.NaN, Infinity])('the number %d', (value) => {
    expect(() => quoteLiteral(value)).toThrow('is not a number');
  });
});
