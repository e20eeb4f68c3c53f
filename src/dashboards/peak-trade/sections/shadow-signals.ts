import { quantileOf, rate, row, share, sum, timeseries } from 'dashpack';
import { pipelineEvents, pipelineLatency, pipelineRiskBlocks, SHADOW } from '../../../datasources/peak-trade/index.js';

/** The shadow pipeline: what flows, what fails, what is blocked, and how fast it is. */
export const shadowSignals = row('Shadow pipeline signals (throughput, errors, latency, risk blocks)', SHADOW, {
  throughput: timeseries('Pipeline events rate (by stage)', {
    query: sum(rate(pipelineEvents({ job: 'shadow_mvs' })), { by: ['mode', 'stage'] }),
    unit: 'eps',
  }),
  errorRate: timeseries('Pipeline error rate', {
    query: share(
      sum(rate(pipelineEvents({ job: 'shadow_mvs', stage: 'error' }))),
      sum(rate(pipelineEvents({ job: 'shadow_mvs' }))),
    ),
    legend: 'error_rate',
    description: 'Share of the pipeline events that are errors, over all modes and exchanges.',
    noValue: 'no traffic',
    min: 0,
    max: 1,
  }),
  riskBlocks: timeseries('Risk blocks rate (by reason)', {
    query: sum(rate(pipelineRiskBlocks({ job: 'shadow_mvs' })), { by: ['mode', 'reason'] }),
  }),
  latency: timeseries('Latency p95 (intent → ack)', {
    query: quantileOf(0.95, pipelineLatency.bucket({ job: 'shadow_mvs', edge: 'intent_to_ack' }), { by: ['mode'] }),
    legend: 'p95 {{mode}}',
    noValue: 'no traffic',
  }),
});
