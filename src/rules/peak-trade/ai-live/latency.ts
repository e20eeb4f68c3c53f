import {
  alert,
  alertTest,
  firesAt,
  firesBetween,
  gt,
  histogramQuantile,
  rate,
  silentAt,
  silentUntil,
  sum,
} from 'dashpack';
import { aiDecisionLatencyP99, aiDecisionLatencySeconds } from '../../../datasources/peak-trade/index.js';
import { aiLiveRunbook } from '../runbook.js';
import {
  blindExporter,
  decisionsOver250,
  decisionsOver500,
  idle,
  onlyOne,
  restarted,
  stopped,
} from '../scenarios/ai-live.js';
import { aiLiveLabels } from './labels.js';

const rates = sum(rate(aiDecisionLatencySeconds.bucket(), '5m'), { by: ['le'] });

/**
 * The histogram in milliseconds has no bucket that ends at 250 ms, and guesses between 200 and 500. The one in seconds
 * has one: whether more than 5 % of the decisions took longer is then certain.
 */
export const latencyP95High = alert('AI_LIVE_LatencyP95High', {
  when: gt(histogramQuantile(0.95, rates), 0.25),
  for: '5m',
  severity: 'warn',
  labels: aiLiveLabels,
  summary: 'AI Live Decision Latency p95 > 250ms (5m)',
  description: [
    'p95 Latenz der Decisions ist erhöht: mehr als 5 % brauchen länger als 250 ms.',
    'Gemessen am Histogramm in Sekunden, das bei 250 ms eine Bucket-Grenze hat; die Kacheln "Latency p95" schätzen zwischen 200 und 500 ms.',
    '',
    'Checks:',
    '- Gleichzeitig Throughput (decisions/min) und Tail-Latency prüfen',
    '- Tuning: Thresholds sind konservativ; adjustiere nach Baseline/Traffic.',
  ],
  runbook: aiLiveRunbook,
  tests: [
    alertTest(
      'fires where 5.2 % of the decisions are slower',
      [blindExporter, decisionsOver250(0.052)],
      [silentUntil('5m'), firesAt('5m5s'), firesBetween('5m5s', '20m')],
    ),
    alertTest(
      'resolves when traffic stops',
      [blindExporter, decisionsOver250(0.06, stopped)],
      [firesAt('14m'), silentAt('16m')],
    ),
    alertTest(
      'silent where 4.8 % of the decisions are slower',
      [blindExporter, decisionsOver250(0.048)],
      [silentUntil('20m')],
    ),
    alertTest('silent without traffic', [blindExporter, decisionsOver250(0.5, idle)], [silentUntil('20m')]),
    alertTest('silent where nothing was ever measured', [blindExporter], [silentUntil('20m')]),
    alertTest(
      'silent after the first slow decision',
      [blindExporter, decisionsOver250(1, onlyOne)],
      [silentUntil('20m')],
    ),
    alertTest('silent through a restart', [blindExporter, decisionsOver250(0.048, restarted)], [silentUntil('20m')]),
  ],
});

/** The value of the tile "Latency p99": 500 ms is the end of a bucket, so the comparison is certain. */
export const latencyP99High = alert('AI_LIVE_LatencyP99High', {
  when: gt(aiDecisionLatencyP99(), 500),
  for: '5m',
  severity: 'warn',
  labels: aiLiveLabels,
  summary: 'AI Live Decision Latency p99 > 500ms (5m)',
  description: [
    'p99 Latenz der Decisions ist stark erhöht (Tail-Latency): mehr als 1 % brauchen länger als 500 ms.',
    '',
    'Checks:',
    '- Gleichzeitig Throughput (decisions/min) prüfen: bei low traffic kann p99 noisy sein',
    '- Thresholds nach Baseline tunen',
  ],
  runbook: aiLiveRunbook,
  tests: [
    alertTest(
      'fires where 1.04 % of the decisions are slower',
      [blindExporter, decisionsOver500(0.0104)],
      [silentUntil('5m'), firesAt('5m5s'), firesBetween('5m5s', '20m')],
    ),
    alertTest(
      'resolves when traffic stops',
      [blindExporter, decisionsOver500(0.06, stopped)],
      [firesAt('14m'), silentAt('16m')],
    ),
    alertTest(
      'silent where 0.96 % of the decisions are slower',
      [blindExporter, decisionsOver500(0.0096)],
      [silentUntil('20m')],
    ),
    alertTest('silent without traffic', [blindExporter, decisionsOver500(0.5, idle)], [silentUntil('20m')]),
    alertTest('silent where nothing was ever measured', [blindExporter], [silentUntil('20m')]),
    alertTest(
      'silent after the first slow decision',
      [blindExporter, decisionsOver500(1, onlyOne)],
      [silentUntil('20m')],
    ),
    alertTest('silent through a restart', [blindExporter, decisionsOver500(0.0096, restarted)], [silentUntil('20m')]),
  ],
});
