import { dashboard, increase, max, query, rate, row, stat, sum, timeseries, zeroWhileAlive } from 'dashpack';
import * as catalog from '../../datasources/claire/index.js';
import { darkTrading } from './refs.js';
import { BREAKER_INACTIVE, quarters } from './sections/common.js';

/** Orders and the adaptive intensity. */
export default dashboard(darkTrading, {
  tags: ['claire', 'dark-trading', 'watch-only'],
  rows: {
    state: row('State', quarters, {
      breaker: stat('Circuit Breaker', { query: max(catalog.circuitBreakerActive()), states: BREAKER_INACTIVE }),
      filled: stat('Orders Filled', {
        query: zeroWhileAlive(sum(increase(catalog.ordersFilled(), '$__range'))),
        decimals: 0,
        description: 'Orders that were filled in the time range that is shown.',
      }),
      rejected: stat('Orders Rejected', {
        query: zeroWhileAlive(sum(increase(catalog.ordersRejected(), '$__range'))),
        decimals: 0,
        description: 'Orders that the execution engine rejected in the time range that is shown.',
      }),
      uptime: stat('Uptime', { query: max(catalog.executionUptime()) }),
    }),
    flow: row('Flow', catalog.PROM, {
      orders: timeseries('Order Flow Graph', {
        queries: [
          query(sum(rate(catalog.ordersReceived())), { legend: 'Received' }),
          query(sum(rate(catalog.ordersFilled())), { legend: 'Filled' }),
          query(sum(rate(catalog.ordersRejected())), { legend: 'Rejected' }),
        ],
        description: 'Orders received, filled and rejected, each per second.',
        min: 0,
        width: 24,
      }),
    }),
    adaptive: row('Adaptive intensity', catalog.PROM, {
      risk: timeseries('Risk Metrics Panel', {
        queries: [
          query(max(catalog.maxExposure()), { legend: 'Max exposure' }),
          query(max(catalog.signalThreshold()), { legend: 'Signal threshold' }),
        ],
      }),
      performance: timeseries('Performance Score Panel', {
        query: max(catalog.performanceScore()),
        legend: 'Score',
        unit: 'none',
      }),
    }),
  },
});
