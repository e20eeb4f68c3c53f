import { anyValue, eq, producer } from 'dashpack';
import { SHADOW } from './roles.js';
import { up } from './universal.js';

/** The exporter of the shadow pipeline. */
export const shadowMvs = producer('shadow_mvs', {
  port: 9109,
  scrapedBy: [SHADOW],
  scrapeInterval: '5s',
  alive: () => eq(up.on(SHADOW)({ job: 'shadow_mvs' }), 1),
  runbook: {
    down: 'start the shadow runner with its exporter on 9109 and see that 9092 scrapes it; until then the panels of Shadow Health and Pipeline are rightly empty and the contract tiles MISSING',
    silent:
      'the shadow exporter answers without its families: open http://127.0.0.1:9109/metrics, see that it is the shadow_mvs exporter and that the shadow pipeline runs',
  },
});

const { counter, gauge, histogram } = shadowMvs.ownedBy(SHADOW);

/** Only the events are sure to have no other mode and exchange. */
const mode = anyValue('shadow', 'live');
const exchange = anyValue('kraken', 'sim');

/** Does the exporter itself say that it is up? */
export const shadowMvsUp = gauge('shadow_mvs_up', {
  help: '1 while the shadow exporter says that it is up, per mode and exchange.',
  unit: 'bool',
  labels: { mode, exchange },
});

/** What flows through the pipeline, and where does it fail? */
export const pipelineEvents = counter('peak_trade_pipeline_events_total', {
  help: 'Pipeline events, per mode, stage and exchange.',
  labels: {
    mode: ['shadow', 'live'],
    stage: ['signal', 'intent', 'submit', 'ack', 'fill', 'cancel', 'risk_block', 'error'],
    exchange: ['kraken', 'sim'],
  },
});

/** How slow is the pipeline between two of its stages? */
export const pipelineLatency = histogram('peak_trade_pipeline_latency_seconds', {
  help: 'Latency between two stages of the pipeline, per mode, edge and exchange.',
  unit: 'seconds',
  labels: {
    mode,
    edge: ['intent_to_submit', 'submit_to_ack', 'ack_to_fill', 'intent_to_ack', 'intent_to_fill'],
    exchange,
  },
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

/** The orders that risk management stops in the pipeline. Those of the strategies on LOCAL are `riskBlocks`. */
export const pipelineRiskBlocks = counter('peak_trade_risk_blocks_total', {
  help: 'Risk blocks in the pipeline, per mode and reason.',
  labels: { mode, reason: anyValue('exposure_limit', 'spread_too_wide') },
});

/** Is market data missing? */
export const feedGaps = counter('peak_trade_feed_gaps_total', {
  help: 'Gaps in the market data, per mode and feed (optional, so it may be missing).',
  labels: { mode, feed: ['ohlcv', 'ticker', 'trades'] },
});

/** What is the run doing? */
export const runState = gauge('peak_trade_run_state', {
  help: 'State of the run, per mode and state (optional, so it may be missing).',
  labels: { mode, state: ['idle', 'running', 'stopped', 'degraded', 'error'] },
});
