import {
  bargauge,
  dashboard,
  increase,
  max,
  neg,
  override,
  query,
  row,
  stat,
  sum,
  thresholds,
  timeseries,
} from 'dashpack';
import * as catalog from '../../datasources/claire/index.js';
import { hitl } from './refs.js';
import { BREAKER_SAFE, thirds } from './sections/common.js';

/** The knowledge of a person who can intervene. */
export default dashboard(hitl, {
  tags: ['claire', 'hitl', 'watch-only'],
  rows: {
    state: row('State', thirds, {
      killSwitch: stat('Kill-Switch Status', {
        query: max(catalog.killSwitchActive()),
        states: { 0: { text: 'INACTIVE', color: 'green' }, 1: { text: 'ACTIVE', color: 'red' } },
      }),
      breaker: stat('Circuit Breaker', { query: max(catalog.circuitBreakerActive()), states: BREAKER_SAFE }),
      mode: stat('Trading Mode', { query: max(catalog.tradingMode()), unit: 'none' }),
      pnl: stat('Daily P&L (%)', {
        query: max(catalog.dailyPnl()),
        thresholds: thresholds('red', [0, 'green']),
        width: 12,
        height: 5,
      }),
      value: stat('Portfolio Value (USDT)', {
        query: max(catalog.portfolioValue()),
        unit: 'none',
        decimals: 2,
        width: 12,
        height: 5,
      }),
    }),
    day: row('The day', catalog.PROM, {
      trend: timeseries('Daily P&L Trend Graph', {
        queries: [
          query(max(catalog.dailyPnl()), { legend: 'P&L' }),
          query(neg(max(catalog.limitDailyLoss())), { legend: 'Circuit breaker limit' }),
        ],
        width: 24,
      }),
    }),
    limits: row('Limits and interventions', catalog.PROM, {
      limits: stat('Active Risk Limits', {
        queries: [
          query(max(catalog.limitDailyLoss()), { legend: 'Max daily loss' }),
          query(max(catalog.limitExposure()), { legend: 'Max exposure' }),
          query(max(catalog.limitPositionSize()), { legend: 'Max position (USDT)' }),
          query(max(catalog.positionValue()), { legend: 'Positions now (USDT)' }),
          query(sum(catalog.ordersActive()), { legend: 'Open orders' }),
        ],
        unit: 'none',
        overrides: [override('Max daily loss', { unit: 'percent' }), override('Max exposure', { unit: 'percent' })],
        width: 12,
        height: 8,
      }),
      interventions: bargauge('Recent Manual Interventions', {
        queries: [
          query(sum(increase(catalog.killSwitchActivations(), '$__range')), { legend: 'Kill-switch on' }),
          query(sum(increase(catalog.killSwitchDeactivations(), '$__range')), { legend: 'Kill-switch off' }),
          query(sum(increase(catalog.manualCancellations(), '$__range')), { legend: 'Orders cancelled' }),
        ],
        decimals: 0,
        min: 0,
        height: 8,
      }),
    }),
  },
});
