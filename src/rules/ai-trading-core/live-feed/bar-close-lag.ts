import { alertTest, firesAt, firesBetween, gt, hold, max, missing, silentAt, silentTests, silentUntil } from 'dashpack';
import { barCloseLagMax } from '../../../datasources/ai-trading-core/index.js';
import { connected, lag, restarted } from '../series/live-feed.js';
import { feedAlert } from './feed-alert.js';

const first = [
  'First:',
  '- Transport p99 on Live Feed – Ops: is the venue late, or the connector?',
  '- Queue depth: does the connector keep up?',
  '- The clock of the host: `timedatectl` (a lag is now minus the end of the bar).',
] as const;

/** Bars of one symbol close late, and more than once: a single late bar is forgotten after five minutes. */
export const highBarCloseLag = feedAlert('HighBarCloseLag', {
  when: gt(barCloseLagMax(), 3000),
  for: '5m',
  summary: 'Bars of {{ $labels.symbol }} on {{ $labels.venue }} close late',
  description: [
    'The largest lag of the last 5 minutes is {{ $value | printf "%.0f" }} ms, and has been over 3000 ms for 5 minutes: what trades on these bars trades late.',
    '',
    ...first,
  ],
  tests: [
    alertTest(
      'fires after five minutes, for the symbol that is late',
      [
        connected,
        lag('binance', 'BTCUSDT', hold(200, '10m'), hold(3001)),
        lag('binance', 'ETHUSDT', hold(200)),
        lag('kraken', 'BTCUSDT', hold(200)),
      ],
      [
        silentUntil('14m50s'),
        firesAt('15m', { venue: 'binance', symbol: 'BTCUSDT' }, '3001'),
        firesBetween('15m', '30m'),
      ],
    ),
    alertTest(
      'resolves five minutes after the last late bar',
      [connected, lag('binance', 'BTCUSDT', hold(5000, '10m'), hold(200))],
      [firesAt('14m', { venue: 'binance', symbol: 'BTCUSDT' }, '5000'), silentAt('15m10s')],
    ),
    ...silentTests('30m', { 'at the limit': [connected, lag('binance', 'BTCUSDT', hold(3000))] }),
    alertTest(
      'silent after the first bar of a symbol, which is late',
      [connected, lag('binance', 'BTCUSDT', missing('10m'), hold(9000, '10s'), hold(200))],
      [silentUntil('14m50s'), silentAt('15m10s')],
    ),
    alertTest(
      // At 15m, Prometheus 2 still counts the sample of 10m to the last five minutes, and Prometheus 3 no longer does.
      'silent after a single late bar',
      [connected, lag('binance', 'BTCUSDT', hold(200, '10m'), hold(9000, '10s'), hold(200))],
      [silentUntil('14m50s'), silentAt('15m10s')],
    ),
    ...silentTests('30m', {
      'through a restart': [restarted, lag('binance', 'BTCUSDT', hold(200, '10m'), missing('30s'), hold(200))],
      'without traffic': [connected],
    }),
  ],
});

/** The same over the whole feed: one message where many symbols are late at once. */
export const highBarCloseLagGlobal = feedAlert('HighBarCloseLagGlobal', {
  when: gt(max(barCloseLagMax()), 3000),
  for: '5m',
  labels: { scope: 'global' },
  summary: 'Bars close late',
  description: [
    'Over all venues and symbols, the largest lag of the last 5 minutes is {{ $value | printf "%.0f" }} ms, and has been over 3000 ms for 5 minutes. HighBarCloseLag says where.',
    '',
    ...first,
  ],
  tests: [
    alertTest(
      'fires after five minutes, once for all symbols, with the largest lag',
      [
        connected,
        lag('binance', 'BTCUSDT', hold(200, '10m'), hold(3001)),
        lag('kraken', 'ETHUSDT', hold(200, '12m'), hold(4000)),
      ],
      [silentUntil('14m50s'), firesAt('15m', {}, '4000'), firesBetween('15m', '30m')],
    ),
    alertTest(
      'fires where late bars of two symbols take turns',
      [
        connected,
        lag('binance', 'BTCUSDT', hold(200, '10m'), hold(3001, '10s'), hold(200)),
        lag('kraken', 'ETHUSDT', hold(200, '13m'), hold(3001, '10s'), hold(200)),
      ],
      [silentUntil('14m50s'), firesAt('15m30s', {}, '3001'), silentAt('19m')],
    ),
    ...silentTests('30m', {
      'at the limit': [connected, lag('binance', 'BTCUSDT', hold(3000)), lag('kraken', 'ETHUSDT', hold(3000))],
    }),
    alertTest(
      'silent after the first bar, which is late',
      [connected, lag('binance', 'BTCUSDT', missing('10m'), hold(9000, '10s'), hold(200))],
      [silentUntil('14m50s'), silentAt('15m10s')],
    ),
    ...silentTests('30m', {
      'through a restart': [restarted, lag('binance', 'BTCUSDT', hold(200, '10m'), missing('30s'), hold(200))],
      'without traffic': [connected],
    }),
  ],
});
