import { alertTest, courses, firesAt, firesBetween, gt, silentAt, silentTests, silentUntil } from 'dashpack';
import { featureLatencyP99 } from '../../../datasources/ai-trading-core/index.js';
import { computations, connected } from '../series/live-feed.js';
import { feedAlert } from './feed-alert.js';

/** 50 ms is the end of a bucket, so that more than 1 % took longer is certain, and no guess within a bucket. */
export const featureLatencyP99High = feedAlert('FeatureLatencyP99High', {
  when: gt(featureLatencyP99(), 50),
  for: '5m',
  summary: 'Computing {{ $labels.feature }} is slow',
  description: [
    'More than 1 % of the computations of {{ $labels.feature }} in the last 5 minutes took over 50 ms (p99 {{ $value | printf "%.0f" }} ms), for 5 minutes.',
    '',
    'First:',
    '- Live Feed – Ops: one feature or all of them? One symbol? All of them: the CPU of the host.',
    '- Queue depth: does the connector keep up all the same?',
    '- What was deployed last?',
  ],
  tests: [
    alertTest(
      'fires where 1.04 % of the computations of a feature are slower',
      [connected, computations('ema', 0), computations('vwap', 0.0104)],
      [silentUntil('5m'), firesAt('5m10s', { feature: 'vwap' }, '51'), firesBetween('5m10s', '30m')],
    ),
    alertTest(
      'resolves when nothing is computed any more',
      [connected, computations('vwap', 0.0104, courses.stopped)],
      [firesAt('14m', { feature: 'vwap' }, '51'), silentAt('16m')],
    ),
    ...silentTests('30m', {
      'where 0.96 % are slower': [connected, computations('vwap', 0.0096)],
      'without traffic': [connected, computations('vwap', 0.5, courses.idle)],
      'where nothing was ever measured': [connected],
      'after the first slow one': [connected, computations('vwap', 1, courses.onlyOne)],
      'through a restart': [connected, computations('vwap', 0.0096, courses.restarted)],
    }),
  ],
});
