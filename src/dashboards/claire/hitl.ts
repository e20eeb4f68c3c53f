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
import {
  circuitBreakerActive,
  dailyPnl,
  killSwitchActivations,
  killSwitchActive,
  killSwitchDeactivations,
  limitDailyLoss,
  limitExposure,
  limitPositionSize,
  manualCancellations,
  ordersActive,
  portfolioValue,
  positionValue,
  PROM,
  tradingMode,
} from '../../datasources/claire/index.js';
import { hitl } from './refs.js';
import { BREAKER_SAFE, third } from './sections/common.js';

/** The knowledge of a person who can intervene. */
export default dashboard(hitl, {
  tags: ['claire', 'hitl', 'watch-only'],
  rows: {
    state: row('State', PROM, {
      killSwitch: stat('Kill-Switch Status', {
        query: max(killSwitchActive()),
        states: { 0: { text: 'INACTIVE', color: 'green' }, 1: { text: 'ACTIVE', color: 'red' } },
        ...third,
      }),
      breaker: stat('Circuit Breaker', { query: max(circuitBreakerActive()), states: BREAKER_SAFE, ...third }),
      mode: stat('Trading Mode', { query: max(tradingMode()), unit: 'none', ...third }),
      pnl: stat('Daily P&L (%)', {
        query: max(dailyPnl()),
        thresholds: thresholds('red', [0, 'green']),
        width: 12,
        height: 5,
      }),
      value: stat('Portfolio Value (USDT)', {
        query: max(portfolioValue()),
        unit: 'none',
        decimals: 2,
        width: 12,
        height: 5,
      }),
    }),
    day: row('The day', PROM, {
      trend: timeseries('Daily P&L Trend Graph', {
        queries: [
          query(max(dailyPnl()), { legend: 'P&L' }),
          query(neg(max(limitDailyLoss())), { legend: 'Circuit breaker limit' }),
        ],
        width: 24,
      }),
    }),
    limits: row('Limits and interventions', PROM, {
      limits: stat('Active Risk Limits', {
        queries: [
          query(max(limitDailyLoss()), { legend: 'Max daily loss' }),
          query(max(limitExposure()), { legend: 'Max exposure' }),
          query(max(limitPositionSize()), { legend: 'Max position (USDT)' }),
          query(max(positionValue()), { legend: 'Positions now (USDT)' }),
          query(sum(ordersActive()), { legend: 'Open orders' }),
        ],
        unit: 'none',
        overrides: [override('Max daily loss', { unit: 'percent' }), override('Max exposure', { unit: 'percent' })],
        width: 12,
        height: 8,
      }),
      interventions: bargauge('Recent Manual Interventions', {
        queries: [
          query(sum(increase(killSwitchActivations(), '$__range')), { legend: 'Kill-switch on' }),
          query(sum(increase(killSwitchDeactivations(), '$__range')), { legend: 'Kill-switch off' }),
          query(sum(increase(manualCancellations(), '$__range')), { legend: 'Orders cancelled' }),
        ],
        decimals: 0,
        min: 0,
        height: 8,
      }),
    }),
  },
});
