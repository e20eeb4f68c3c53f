import { bargauge, dashboard, piechart, row, sql, stat, timeseries } from 'dashpack';
import { signals, SQL } from '../../datasources/claire/index.js';
import { signalEngine } from './refs.js';
import { bars, quarter } from './sections/common.js';

const tiles = { role: SQL, each: { unit: 'none', ...quarter } } as const;

const { columns } = signals;
const within = { from: signals, time: columns.timestamp } as const;
const eachRow = { reduceOptions: { calcs: ['lastNotNull'], fields: '', values: true } } as const;
const blue = { color: 'blue' } as const;

/** Signals as the database has them. */
export default dashboard(signalEngine, {
  tags: ['claire', 'signals', 'watch-only'],
  rows: {
    totals: row('Signals', tiles, {
      generated: stat('Signals Generated', {
        sql: sql.query(SQL, { ...within, select: { Signals: sql.count() } }),
        description: 'Signals that the database has of the time range that is shown.',
        ...blue,
      }),
      buy: stat('Buy Signals', {
        sql: sql.query(SQL, {
          ...within,
          select: { Signals: sql.count() },
          where: [sql.is(columns.signal_type, 'BUY')],
        }),
        description: 'Signals to buy.',
        ...blue,
      }),
      sell: stat('Sell Signals', {
        sql: sql.query(SQL, {
          ...within,
          select: { Signals: sql.count() },
          where: [sql.is(columns.signal_type, 'SELL')],
        }),
        description: 'Signals to sell.',
        ...blue,
      }),
      confidence: stat('Avg Confidence', {
        sql: sql.query(SQL, { ...within, select: { Confidence: sql.avg(columns.confidence) } }),
        description: 'Mean confidence of the signals, 0 to 1.',
        noValue: 'no signals',
        unit: 'percentunit',
        ...blue,
      }),
    }),
    flow: row('Flow', SQL, {
      rate: timeseries('Signal Generation Rate', {
        sql: sql.query(SQL, { ...within, perInterval: true, select: { Signals: sql.perMinute(sql.count()) } }),
        description: 'Signals per minute; an interval without a signal is a gap.',
        unit: 'cpm',
        min: 0,
        interval: '1m',
        width: 24,
        custom: bars,
      }),
    }),
    shares: row('What they are', SQL, {
      symbols: bargauge('Top Symbols (Last Hour)', {
        sql: sql.query(SQL, {
          ...within,
          select: { Symbol: columns.symbol, Signals: sql.count() },
          orderBy: { Signals: 'descending' },
          limit: 10,
        }),
        description: 'The ten symbols with the most signals.',
        timeFrom: '1h',
        unit: 'none',
        min: 0,
        height: 8,
        options: eachRow,
      }),
      types: piechart('Signal Type Distribution', {
        sql: sql.query(SQL, { ...within, select: { Type: columns.signal_type, Signals: sql.count() } }),
        description: 'What the signals say to do.',
        unit: 'none',
        width: 12,
        options: eachRow,
      }),
    }),
  },
});
