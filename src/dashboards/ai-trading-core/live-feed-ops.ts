import {
  dashboard,
  increase,
  max,
  override,
  quantileOf,
  query,
  queryVariable,
  rate,
  row,
  section,
  stat,
  sum,
  thresholds,
  timeseries,
  zeroWhileAlive,
} from 'dashpack';
import * as catalog from '../../datasources/ai-trading-core/index.js';
import { liveFeedOps } from './refs.js';
import { runbook } from './runbook.js';

const several = { multi: true, includeAll: true, allValue: '.*' } as const;
const venue = queryVariable('venue', catalog.feedBars(), 'venue', { label: 'Venue', ...several });
const symbol = queryVariable('symbol', catalog.feedBars({ venue }), 'symbol', { label: 'Symbol', ...several });

/** A line where an alert begins to fire. */
function alertsAbove(limit: number) {
  return {
    thresholds: thresholds('transparent', [limit, 'red']),
    custom: { thresholdsStyle: { mode: 'line' } },
  } as const;
}

/** The value that an alert compares, beside the same number of the selected symbols. */
const dashedB = override(
  { id: 'byFrameRefID', options: 'B' },
  { custom: { lineStyle: { fill: 'dash', dash: [8, 8] }, lineWidth: 1 } },
);

/** Do bars arrive, in time, and does the connector keep up? */
export default dashboard(liveFeedOps, {
  tags: ['ai_trading_core', 'live_feed', 'ops'],
  refresh: '10s',
  time: { from: 'now-6h', to: 'now' },
  variables: [venue, symbol],
  rows: {
    feed: section(catalog.FEED, {
      transportLatency: timeseries('Transport p99 (ms) per venue', {
        queries: [
          query(
            quantileOf(0.99, catalog.feedTransportLatency.bucket({ venue, symbol }), { window: '5m', by: ['venue'] }),
            { legend: '{{venue}}' },
          ),
          query(catalog.transportLatencyP99({ venue }), { legend: '{{venue}}, all symbols' }),
        ],
        description:
          'The transport latency that 99 % of the events of the last 5 minutes stayed below. Solid: the selected symbols. Dashed: all symbols of the venue, which is what the alert TransportLatencyP99High compares.',
        noValue: 'no traffic',
        ...alertsAbove(500),
        overrides: [dashedB],
      }),
      barCloseLag: timeseries('Bar close lag (ms) max per venue/symbol (5m)', {
        query: catalog.barCloseLagMax({ venue, symbol }),
        legend: '{{venue}} {{symbol}}',
        ...alertsAbove(3000),
      }),
      bars: timeseries('Bars/sec (global)', {
        query: zeroWhileAlive(sum(rate(catalog.feedBars({ venue, symbol }), '5m'))),
        legend: 'bars',
        description:
          'Bars received per second, over 5 minutes since a bar closes once in a while: the sum of the selected venues and symbols. 0 while the connector is up and none arrives, empty while it is down.',
      }),
      reconnects: timeseries('Reconnects (last 5m) per venue', {
        query: catalog.reconnectsIn5m({ venue }),
        legend: '{{venue}}',
        description:
          'Reconnects in the last 5 minutes, the first ones of a venue included. Empty for a venue that never reconnected, and while the connector is down. Not filtered by symbol: a connection serves all of them.',
        unit: 'short',
        decimals: 0,
        ...alertsAbove(3),
      }),
      featureLatency: timeseries('Feature latency p95/p99 (ms)', {
        queries: [
          query(quantileOf(0.99, catalog.featureCompute.bucket({ symbol }), { window: '5m', by: ['feature'] }), {
            legend: 'p99 {{feature}}',
          }),
          query(catalog.featureLatencyP99(), { legend: 'p99 {{feature}}, all symbols' }),
          query(quantileOf(0.95, catalog.featureCompute.bucket({ symbol }), { window: '5m', by: ['feature'] }), {
            legend: 'p95 {{feature}}',
          }),
        ],
        description:
          'The time that 95 % and 99 % of the computations of the last 5 minutes stayed below, per feature. Solid: the selected symbols. Dashed: all symbols, which is what the alert FeatureLatencyP99High compares. Not filtered by venue: features are computed per symbol.',
        noValue: 'no traffic',
        ...alertsAbove(50),
        overrides: [dashedB],
      }),
      queueDepth: timeseries('Queue depth (max/5m)', {
        query: catalog.queueDepthMax(),
        legend: '{{queue}}',
        description:
          'The most messages that waited in a queue at once in the last 5 minutes. Not filtered by venue and symbol: a queue serves all of them.',
        unit: 'short',
        ...alertsAbove(1000),
      }),
    }),
    data: row('Venues and data', catalog.FEED, {
      venues: stat('Bars per venue (5m)', {
        query: sum(increase(catalog.feedBars({ venue, symbol }), '5m'), { by: ['venue'] }),
        description: 'Bars of each venue in the last five minutes: red where a venue that sent some sends none.',
        decimals: 0,
        thresholds: thresholds('red', [1, 'green']),
        width: 12,
        height: 5,
      }),
      freshness: stat('Newest row of each dataset', {
        query: max(catalog.dqFreshness(), { by: ['dataset'] }),
        description:
          'How old the newest row of a dataset is: red from two hours, which is more than one row of an hour missed.',
        thresholds: thresholds('green', [120, 'red']),
        width: 6,
        height: 5,
      }),
      violations: stat('Contract violations (1h)', {
        query: zeroWhileAlive(sum(increase(catalog.dqViolations(), '1h'))),
        description: 'Times that a rule of a data contract was violated in the last hour.',
        decimals: 0,
        thresholds: thresholds('green', [1, 'red']),
        width: 6,
        height: 5,
      }),
    }),
    runbook,
  },
});
