import { gt, histogramQuantile, rate, sum } from 'dashpack';
import { aiDecisionLatencyP99, aiDecisionLatencySeconds } from '../../../datasources/peak-trade/index.js';
import { decisionsOver250, decisionsOver500 } from '../series/ai-live.js';
import { testsOfSlow } from '../series/slow.js';
import { aiLiveAlert } from './ai-live-alert.js';

const rates = sum(rate(aiDecisionLatencySeconds.bucket(), '5m'), { by: ['le'] });

/**
 * The histogram in milliseconds has no bucket that ends at 250 ms, and guesses between 200 and 500. The one in seconds
 * has one: whether more than 5 % of the decisions took longer is then certain.
 */
export const latencyP95High = aiLiveAlert('AI_LIVE_LatencyP95High', {
  when: gt(histogramQuantile(0.95, rates), 0.25),
  for: '5m',
  summary: 'AI Live Decision Latency p95 > 250ms (5m)',
  description: [
    'p95 Latenz der Decisions ist erhöht: mehr als 5 % brauchen länger als 250 ms.',
    'Gemessen am Histogramm in Sekunden, das bei 250 ms eine Bucket-Grenze hat; die Kacheln "Latency p95" schätzen zwischen 200 und 500 ms.',
    '',
    'Checks:',
    '- Gleichzeitig Throughput (decisions/min) und Tail-Latency prüfen',
    '- Tuning: Thresholds sind konservativ; adjustiere nach Baseline/Traffic.',
  ],
  tests: testsOfSlow(decisionsOver250, { above: 0.052, below: 0.048 }),
});

/** The value of the tile "Latency p99": 500 ms is the end of a bucket, so the comparison is certain. */
export const latencyP99High = aiLiveAlert('AI_LIVE_LatencyP99High', {
  when: gt(aiDecisionLatencyP99(), 500),
  for: '5m',
  summary: 'AI Live Decision Latency p99 > 500ms (5m)',
  description: [
    'p99 Latenz der Decisions ist stark erhöht (Tail-Latency): mehr als 1 % brauchen länger als 500 ms.',
    '',
    'Checks:',
    '- Gleichzeitig Throughput (decisions/min) prüfen: bei low traffic kann p99 noisy sein',
    '- Thresholds nach Baseline tunen',
  ],
  tests: testsOfSlow(decisionsOver500, { above: 0.0104, below: 0.0096 }),
});
