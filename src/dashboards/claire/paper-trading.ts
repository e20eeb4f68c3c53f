import {
  add,
  bargauge,
  dashboard,
  increase,
  max,
  perMinute,
  query,
  rate,
  row,
  share,
  stat,
  sum,
  timeseries,
  UP_DOWN,
  zeroWhileAlive,
} from 'dashpack';
import * as catalog from '../../datasources/claire/index.js';
import * as refs from './refs.js';
import { BREAKER_INACTIVE, fromZero, quarters, thirds } from './sections/common.js';

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
