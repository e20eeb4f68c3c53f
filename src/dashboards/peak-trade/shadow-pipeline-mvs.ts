import { customVariable, dashboard, linkTo, max, quantileOf, rate, section, share, sum, timeseries } from 'dashpack';
import { presentTile } from 'dashpack/panels';
import * as catalog from '../../datasources/peak-trade/index.js';
import { contractDetails, executionWatchOverview, operatorHome, overview, shadowPipelineMvs } from './refs.js';
import { runbookPipeline } from './sections/runbook-pipeline.js';

const mode = customVariable('mode', ['shadow', 'live'], {
  label: 'mode',
  multi: true,
  includeAll: true,
  allValue: '.*',
  current: 'shadow',
});
const exchange = customVariable('exchange', ['kraken', 'sim'], {
  label: 'exchange',
  multi: true,
  includeAll: true,
  allValue: '.*',
});

/** Where a tile of the contract leads. */
const details = { to: contractDetails } as const;

/** The shadow pipeline: is its contract kept, what flows, what fails, how slow is it? */
export default dashboard(shadowPipelineMvs, {
  tags: ['peak_trade', 'observability', 'shadow', 'pipeline', 'mvs', 'contract_v1'],
  links: [
    operatorHome,
    contractDetails,
    linkTo(overview, { title: 'Overview (Local vs Main)' }),
    executionWatchOverview,
  ],
  variables: [mode, exchange],
  rows: {
    contract: section(catalog.SHADOW, {
      events: presentTile('Contract metric present? peak_trade_pipeline_events_total', catalog.pipelineEvents(), {
        details: { ...details, metric: 'peak_trade_pipeline_events_total' },
        width: 8,
      }),
      latency: presentTile(
        'Contract metric present? peak_trade_pipeline_latency_seconds_bucket',
        catalog.pipelineLatency.bucket(),
        { details: { ...details, metric: 'peak_trade_pipeline_latency_seconds_bucket' }, width: 8 },
      ),
      riskBlocks: presentTile('Contract metric present? peak_trade_risk_blocks_total', catalog.pipelineRiskBlocks(), {
        details: { ...details, metric: 'peak_trade_risk_blocks_total' },
        width: 8,
      }),
    }),
    flow: section(catalog.SHADOW, {
      throughput: timeseries('Pipeline Event Throughput (by stage)', {
        query: sum(rate(catalog.pipelineEvents({ mode, exchange })), { by: ['mode', 'stage'] }),
        unit: 'eps',
        width: 24,
        height: 9,
      }),
      errorRate: timeseries('Pipeline Error Rate', {
        query: share(
          sum(rate(catalog.pipelineEvents({ stage: 'error', mode, exchange }))),
          sum(rate(catalog.pipelineEvents({ mode, exchange }))),
        ),
        legend: 'error_rate',
        description:
          'Share of the events that are errors: 0 while there are events and none is an error, empty while there are none.',
        min: 0,
        max: 1,
        noValue: 'no traffic',
      }),
      riskBlocks: timeseries('Risk Blocks (by reason)', {
        query: sum(rate(catalog.pipelineRiskBlocks({ mode })), { by: ['mode', 'reason'] }),
        description:
          'Blocks per second, per mode and reason. Not filtered by exchange: risk blocks are not counted per exchange.',
      }),
      latency: timeseries('Latency p95 (intent → ack)', {
        query: quantileOf(0.95, catalog.pipelineLatency.bucket({ edge: 'intent_to_ack', mode, exchange }), {
          by: ['mode'],
        }),
        legend: 'p95 {{mode}}',
        noValue: 'no traffic',
        height: 9,
      }),
      feedGaps: timeseries('Feed Gaps (optional)', {
        query: sum(rate(catalog.feedGaps({ mode }), '15m'), { by: ['mode', 'feed'] }),
        description:
          'Gaps in the market data per second over 15 minutes, since they are rare. Not filtered by exchange: gaps are not counted per exchange. Optional: the exporter may not count them.',
        height: 9,
      }),
      runState: timeseries('Run State (optional)', {
        query: max(catalog.runState({ mode }), { by: ['mode', 'state'] }),
        description:
          '1 for the state that the run is in, per mode, on any instance. Not filtered by exchange: a run has no exchange. Optional: the exporter may not say.',
        width: 24,
        height: 7,
      }),
    }),
    runbook: runbookPipeline,
  },
});
