import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { definitionOf } from '../../../src/core/pack/build/build-pack.js';
import type { AnySqlQuery } from '../../../src/core/sql/sql-query.js';
import { claire } from '../../../src/packs/claire.js';
import { riskEvents, signals, trades } from '../../../src/datasources/claire/index.js';
import { createTable } from '../../core/sql/create-table.js';
import { expandMacros } from '../../core/sql/expand-macros.js';
import { repository } from '../../meta/tree.js';
import { startPostgres, type PostgresServer, type SqlResult } from '../../servers/postgres.js';

const viewed = { from: '2026-01-08T12:00:00Z', to: '2026-01-08T13:00:00Z', intervalSeconds: 1800 };

/** Minutes after the start of the time range; the first and the last row of each table are outside of it. */
const samples = [
  [-1, 'BTCUSDT', 'BUY', 0.1],
  [0, 'BTCUSDT', 'BUY', 0.5],
  [10, 'ETHUSDT', 'SELL', 0.7],
  [20, 'BTCUSDT', 'SELL', 0.9],
  [40, 'BTCUSDT', 'BUY', 0.7],
  [61, 'SOLUSDT', 'SELL', 0.2],
] as const;

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  await server.run([signals, trades, riskEvents].map(({ facts }) => createTable(facts)).join('; '));
  for (const [minute, symbol, side, confidence] of samples) {
    const at = `'${viewed.from}'::timestamptz + interval '${minute} minutes'`;
    await server.run(`INSERT INTO signals VALUES (${at}, '${symbol}', '${side}', ${confidence})`);
    await server.run(`INSERT INTO trades VALUES (${at}, '${symbol}', '${side}', 1.5, 100, 'FILLED')`);
    await server.run(`INSERT INTO risk_events VALUES (${at}, 'ORDER_BLOCKED', 'warning', '${symbol}', 'limit')`);
  }
}, 60_000);
afterAll(() => server.stop());

const queries = await sqlQueries();

/** The queries in SQL of all panels, by dashboard and title. */
async function sqlQueries(): Promise<ReadonlyMap<string, AnySqlQuery>> {
  const found = new Map<string, AnySqlQuery>();
  for (const thunk of claire.dashboards()) {
    const { ref, rows } = await definitionOf(thunk, claire);
    for (const { title, sql } of Object.values(rows).flatMap((row) => Object.values(row.panels))) {
      if (sql !== undefined) found.set(`${ref.uid}: ${title}`, sql);
    }
  }
  return found;
}

function ask(name: string): Promise<SqlResult> {
  const query = queries.get(name);
  if (query === undefined) throw new Error(`no panel ${name}`);
  return server.query(expandMacros(query.text, viewed));
}

const engine = 'claire_signal_engine_v1';

/** What each panel shows of the samples. */
const expected: Readonly<Record<string, SqlResult>> = {
  [`${engine}: Signals Generated`]: { columns: ['Signals'], rows: [['4']] },
  [`${engine}: Buy Signals`]: { columns: ['Signals'], rows: [['2']] },
  [`${engine}: Sell Signals`]: { columns: ['Signals'], rows: [['2']] },
  [`${engine}: Avg Confidence`]: { columns: ['Confidence'], rows: [['0.7']] },
  [`${engine}: Signal Generation Rate`]: {
    columns: ['time', 'Signals'],
    rows: [
      ['1767873600', '0.10000000000000000000'],
      ['1767875400', '0.03333333333333333333'],
    ],
  },
  [`${engine}: Top Symbols (Last Hour)`]: {
    columns: ['Symbol', 'Signals'],
    rows: [
      ['BTCUSDT', '3'],
      ['ETHUSDT', '1'],
    ],
  },
  [`${engine}: Signal Type Distribution`]: {
    columns: ['Type', 'Signals'],
    rows: [
      ['BUY', '2'],
      ['SELL', '2'],
    ],
  },
  'claire_execution_v1: Recent Trades Panel': {
    columns: ['Time', 'Symbol', 'Side', 'Quantity', 'Price', 'Status'],
    rows: [
      ['2026-01-08 12:40:00+00', 'BTCUSDT', 'BUY', '1.5', '100', 'FILLED'],
      ['2026-01-08 12:20:00+00', 'BTCUSDT', 'SELL', '1.5', '100', 'FILLED'],
      ['2026-01-08 12:10:00+00', 'ETHUSDT', 'SELL', '1.5', '100', 'FILLED'],
      ['2026-01-08 12:00:00+00', 'BTCUSDT', 'BUY', '1.5', '100', 'FILLED'],
    ],
  },
  'claire_risk_v1: Risk Events': {
    columns: ['Time', 'Event', 'Severity', 'Symbol', 'Message'],
    rows: [
      ['2026-01-08 12:40:00+00', 'ORDER_BLOCKED', 'warning', 'BTCUSDT', 'limit'],
      ['2026-01-08 12:20:00+00', 'ORDER_BLOCKED', 'warning', 'BTCUSDT', 'limit'],
      ['2026-01-08 12:10:00+00', 'ORDER_BLOCKED', 'warning', 'ETHUSDT', 'limit'],
      ['2026-01-08 12:00:00+00', 'ORDER_BLOCKED', 'warning', 'BTCUSDT', 'limit'],
    ],
  },
};

test('each panel in SQL has its expectation', () => {
  expect([...queries.keys()].toSorted()).toEqual(Object.keys(expected).toSorted());
});

describe('PostgreSQL gives each panel what it shows', () => {
  test.each(Object.entries(expected))('%s', async (name, result) => {
    const { columns, rows } = await ask(name);
    // Only what is sorted comes in an order.
    const isSorted = (queries.get(name)?.node.orderBy.length ?? 0) > 0 || queries.get(name)?.node.perInterval === true;
    const inOrder = isSorted ? rows : rows.toSorted((a, b) => String(a[0]).localeCompare(String(b[0]), 'en'));
    expect({ columns, rows: inOrder }).toEqual(result);
  });
});

test('the guide shows what is generated', () => {
  const guide = readFileSync(join(repository, 'docs/guides/sql-panels.md'), 'utf8');
  const shown = [...guide.matchAll(/```sql\n([^`]*)\n```/g)].map(([, text]) => text);
  expect(shown).toEqual([queries.get(`${engine}: Signal Generation Rate`)?.text]);
});

test('each is limited to the time range, and says what it assumes', () => {
  for (const [name, { text, node }] of queries) {
    expect({ name, text }).toEqual({ name, text: expect.stringContaining('$__timeFilter("timestamp")') });
    expect(node.from.assumed).toMatch(/nobody has confirmed/);
  }
});
