import { alert, alertTest, firesAt, firesBetween, gt, hold, silentAt, silentUntil } from 'dashpack';
import { featureLatencyP99 } from '../../../datasources/ai-trading-core/index.js';
import { runbook } from '../runbook.js';
import { computations, connectorUp, idle, onlyOne, restarted, stopped } from '../scenarios/live-feed.js';
import { feedLabels } from './labels.js';

const connected = connectorUp(hold(1));

/** 50 ms is the end of a bucket, so that more than 1 % took longer is certain, and no guess within a bucket. */
export const featureLatencyP99High = alert('FeatureLatencyP99High', {
  when: gt(featureLatencyP99(), 50),
  for: '5m',
  severity: 'warning',
  labels: feedLabels,
  summary: 'Computing {{ $labels.feature }} is slow',
  description: [
    'More than 1 % of the computations of {{ $labels.feature }} in the last 5 minutes took over 50 ms (p99 {{ $value | printf "%.0f" }} ms), for 5 minutes.',
    '',
    'First:',
    '- Live Feed – Ops: one feature or all of them? One symbol? All of them: the CPU of the host.',
    '- Queue depth: does the connector keep up all the same?',
    '- What was deployed last?',
  ],
  runbook,
  tests: [
    alertTest(
      'fires where 1.04 % of the computations of a feature are slower',
      [connected, computations('ema', 0), computations('vwap', 0.0104)],
      [silentUntil('5m'), firesAt('5m10s', { feature: 'vwap' }, '51'), firesBetween('5m10s', '30m')],
    ),
    alertTest(
      'resolves when nothing is computed any more',
      [connected, computations('vwap', 0.0104, stopped)],
      [firesAt('14m', { feature: 'vwap' }, '51'), silentAt('16m')],
    ),
    alertTest('silent where 0.96 % are slower', [connected, computations('vwap', 0.0096)], [silentUntil('30m')]),
    alertTest('silent without traffic', [connected, computations('vwap', 0.5, idle)], [silentUntil('30m')]),
    alertTest('silent where nothing was ever measured', [connected], [silentUntil('30m')]),
    alertTest('silent after the first slow one', [connected, computations('vwap', 1, onlyOne)], [silentUntil('30m')]),
    alertTest('silent through a restart', [connected, computations('vwap', 0.0096, restarted)], [silentUntil('30m')]),
  ],
});
