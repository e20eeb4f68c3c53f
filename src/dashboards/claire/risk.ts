import {
  dashboard,
  increase,
  max,
  override,
  query,
  row,
  sql,
  stat,
  sum,
  table,
  timeseries,
  zeroWhileAlive,
} from 'dashpack';
import {
  circuitBreakerActive,
  maxExposure,
  ordersBlocked,
  ordersRejected,
  performanceScore,
  PROM,
  riskEvents,
  rsiThreshold,
  signalThreshold,
  SQL,
} from '../../datasources/claire/index.js';
import { risk } from './refs.js';
import { BREAKER_SAFE, third } from './sections/common.js';

const { columns } = riskEvents;

/** Limits, thresholds and what they stop. */
export default dashboard(risk, {
  tags: ['claire', 'risk', 'watch-only'],
  rows: {
    state: row('State', PROM, {
      breaker: stat('Circuit Breaker', { query: max(circuitBreakerActive()), states: BREAKER_SAFE, ...third }),
      blocked: stat('Orders Blocked', {
        queries: [
          query(zeroWhileAlive(sum(increase(ordersBlocked(), '$__range'))), { legend: 'by the risk manager' }),
          query(zeroWhileAlive(sum(increase(ordersRejected(), '$__range'))), { legend: 'by the execution engine' }),
        ],
        decimals: 0,
        description:
          'Orders that the risk manager blocked, and those that the execution engine rejected, in the time range that is shown.',
        ...third,
      }),
      exposure: stat('Max Exposure', { query: max(maxExposure()), ...third }),
    }),
    adaptive: row('Adaptive intensity', PROM, {
      exposure: timeseries('Exposure Timeline', { query: max(maxExposure()), legend: 'Max exposure', min: 0 }),
      thresholds: timeseries('Risk Thresholds', {
        queries: [query(max(rsiThreshold()), { legend: 'RSI' }), query(max(signalThreshold()), { legend: 'Signal' })],
        unit: 'none',
        overrides: [override('Signal', { unit: 'percent' })],
      }),
      performance: timeseries('Performance Score', {
        query: max(performanceScore()),
        legend: 'Score',
        unit: 'none',
        width: 24,
      }),
    }),
    events: row('Events', SQL, {
      recent: table('Risk Events', {
        sql: sql.query(SQL, {
          from: riskEvents,
          time: columns.timestamp,
          select: {
            Time: columns.timestamp,
            Event: columns.event_type,
            Severity: columns.severity,
            Symbol: columns.symbol,
            Message: columns.message,
          },
          orderBy: { Time: 'descending' },
          limit: 50,
        }),
        description: 'What the risk manager did, and why: the last 50 events of the time range that is shown.',
        height: 10,
      }),
    }),
  },
});
