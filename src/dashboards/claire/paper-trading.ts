import {
  add,
  bargauge,
  dashboard,
  increase,
  max,
  min,
  perMinute,
  query,
  rate,
  row,
  share,
  stat,
  sum,
  thresholds,
  timeseries,
  UP_DOWN,
  zeroWhileAlive,
} from 'dashpack';
import { upTile } from 'dashpack/panels';
import * as catalog from '../../datasources/claire/index.js';
import * as refs from './refs.js';
import { BREAKER_INACTIVE, fromZero, quarters, thirds } from './sections/common.js';
import { serviceHealth } from './sections/service-health.js';

const chainTiles = { role: catalog.PROM, each: { width: 6, height: 4 } } as const;

const judged = add(sum(rate(catalog.ordersApproved(), '$__range')), sum(rate(catalog.ordersBlocked(), '$__range')));

/** Signals, what risk management makes of them, and the state of the system. */
export default dashboard(refs.paperTrading, {
  tags: ['claire', 'paper-trading', 'watch-only'],
  links: [
    refs.darkTrading,
    refs.execution,
    refs.system,
    refs.risk,
    refs.hitl,
    refs.database,
    refs.signalEngine,
    refs.soakTest,
  ],
  rows: {
    totals: row('Signals and orders', quarters, {
      totalSignals: stat('Total Signals', {
        query: zeroWhileAlive(sum(increase(catalog.signalsGenerated(), '$__range'))),
        decimals: 0,
        description: 'Trading signals in the time range that is shown.',
      }),
      approved: stat('Orders Approved', {
        query: zeroWhileAlive(sum(increase(catalog.ordersApproved(), '$__range'))),
        decimals: 0,
        description: 'Orders that the risk manager approved in the time range that is shown.',
      }),
      blocked: stat('Orders Blocked', {
        query: zeroWhileAlive(sum(increase(catalog.ordersBlocked(), '$__range'))),
        decimals: 0,
        description: 'Orders that the risk manager blocked in the time range that is shown.',
      }),
      approvalRate: stat('Approval Rate', {
        query: share(sum(rate(catalog.ordersApproved(), '$__range')), judged),
        description: 'Share of the judged orders that were approved, over the time range that is shown.',
        noValue: 'no orders',
      }),
    }),
    state: row('State', thirds, {
      engine: stat('Signal Engine Status', {
        query: max(catalog.signalEngineStatus()),
        states: { 0: { text: 'STOPPED', color: 'red' }, 1: { text: 'RUNNING', color: 'green' } },
      }),
      breaker: stat('Circuit Breaker', { query: max(catalog.circuitBreakerActive()), states: BREAKER_INACTIVE }),
      indicators: stat('System Status Indicators', {
        query: max(catalog.up.on(catalog.PROM)({ job: ['cdb_signal', 'cdb_risk', 'cdb_execution'] }), { by: ['job'] }),
        states: UP_DOWN,
        description: 'Whether Prometheus reaches the signal engine, the risk manager and the execution engine.',
      }),
    }),
    chain: row('The whole chain', chainTiles, {
      services: stat('Services', serviceHealth),
      postgres: upTile(
        'PostgreSQL',
        min(catalog.postgresUp()),
        'UP while postgres_exporter reaches PostgreSQL, empty while nobody looks.',
        { height: 4 },
      ),
      redis: upTile(
        'Redis',
        min(catalog.redisUp()),
        'UP while redis_exporter reaches Redis, empty while nobody looks.',
        { height: 4 },
      ),
      connections: stat('PG Connections', {
        query: sum(catalog.postgresConnections()),
        description: 'Connections to PostgreSQL, which allows 100 where nobody has set another number.',
        unit: 'none',
        thresholds: thresholds('green', [80, 'yellow'], [90, 'red']),
      }),
      candles: stat('Candles / min (5m)', {
        query: zeroWhileAlive(perMinute(sum(rate(catalog.candlesEmitted(), '5m')))),
        description:
          'Candles made of market data in a minute, over five: red where the market, or what listens to it, stands still.',
        thresholds: thresholds('red', [0.01, 'green']),
      }),
      orders: stat('Orders received / min (5m)', {
        query: zeroWhileAlive(perMinute(sum(rate(catalog.ordersReceived(), '5m')))),
        description: 'Orders that reach the execution engine in a minute, over five: yellow while none does.',
        thresholds: thresholds('yellow', [0.01, 'green']),
      }),
      rejected: stat('Orders rejected (5m)', {
        query: zeroWhileAlive(sum(increase(catalog.ordersRejectedByExecution(), '5m'))),
        description: 'Orders that the exchange rejected in the last five minutes.',
        decimals: 0,
        thresholds: thresholds('green', [1, 'yellow'], [10, 'red']),
      }),
      notWritten: stat('Events not written (5m)', {
        query: zeroWhileAlive(sum(increase(catalog.eventsNotWritten(), '5m'))),
        description: 'Events that could not be written into the database in the last five minutes.',
        decimals: 0,
        thresholds: thresholds('green', [1, 'red']),
      }),
    }),
    flow: row('Flow', fromZero, {
      generation: timeseries('Signal Generation Rate Graph', {
        query: perMinute(sum(rate(catalog.signalsGenerated()))),
        legend: 'Signals',
        description: 'Trading signals per minute.',
      }),
      activity: bargauge('Activity Rates (1min avg)', {
        queries: [
          query(sum(rate(catalog.signalsGenerated(), '1m')), { legend: 'Signals' }),
          query(sum(rate(catalog.ordersApproved(), '1m')), { legend: 'Approved' }),
          query(sum(rate(catalog.ordersBlocked(), '1m')), { legend: 'Blocked' }),
        ],
        description: 'Signals, and orders approved and blocked, per second, over the last minute.',
        height: 8,
      }),
      orderFlow: timeseries('Signal & Order Flow Graph', {
        queries: [
          query(sum(rate(catalog.signalsGenerated())), { legend: 'Signals' }),
          query(sum(rate(catalog.ordersApproved())), { legend: 'Approved' }),
          query(sum(rate(catalog.ordersBlocked())), { legend: 'Blocked' }),
          query(sum(rate(catalog.orderResultsReceived())), { legend: 'Results' }),
          query(sum(rate(catalog.ordersRejectedByExecution())), { legend: 'Rejected by execution' }),
        ],
        description: 'From signal to result, each per second.',
        width: 24,
      }),
    }),
  },
});
