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
import * as catalog from '../../datasources/claire/index.js';
import { risk } from './refs.js';
import { BREAKER_SAFE, thirds } from './sections/common.js';

const { columns } = catalog.riskEvents;

/** Limits, thresholds and what they stop. */
export default dashboard(risk, {
  tags: ['claire', 'risk', 'watch-only'],
  rows: {
    state: row('State', thirds, {
      breaker: stat('Circuit Breaker', { query: max(catalog.circuitBreakerActive()), states: BREAKER_SAFE }),
      blocked: stat('Orders Blocked', {
        queries: [
          query(zeroWhileAlive(sum(increase(catalog.ordersBlocked(), '$__range'))), { legend: 'by the risk manager' }),
          query(zeroWhileAlive(sum(increase(catalog.ordersRejected(), '$__range'))), {
            legend: 'by the execution engine',
          }),
        ],
        decimals: 0,
        description:
          'Orders that the risk manager blocked, and those that the execution engine rejected, in the time range that is shown.',
      }),
      exposure: stat('Max Exposure', { query: max(catalog.maxExposure()) }),
    }),
    adaptive: row('Adaptive intensity', catalog.PROM, {
      exposure: timeseries('Exposure Timeline', { query: max(catalog.maxExposure()), legend: 'Max exposure', min: 0 }),
      thresholds: timeseries('Risk Thresholds', {
        queries: [
          query(max(catalog.rsiThreshold()), { legend: 'RSI' }),
          query(max(catalog.signalThreshold()), { legend: 'Signal' }),
        ],
        unit: 'none',
        overrides: [override('Signal', { unit: 'percent' })],
      }),
      performance: timeseries('Performance Score', {
        query: max(catalog.performanceScore()),
        legend: 'Score',
        unit: 'none',
        width: 24,
      }),
    }),
    events: row('Events', catalog.SQL, {
      recent: table('Risk Events', {
        sql: sql.query(catalog.SQL, {
          from: catalog.riskEvents,
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
