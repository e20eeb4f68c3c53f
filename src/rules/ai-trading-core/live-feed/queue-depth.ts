import { alertTest, firesAt, firesBetween, gt, hold, missing, silentAt, silentTests, silentUntil } from 'dashpack';
import { queueDepthMax } from '../../../datasources/ai-trading-core/index.js';
import { connected, queue, restarted } from '../series/live-feed.js';
import { feedAlert } from './feed-alert.js';

/** The connector receives more than it works off, and not only for a moment. */
export const queueDepthHigh = feedAlert('QueueDepthHigh', {
  when: gt(queueDepthMax(), 1000),
  for: '5m',
  summary: 'The queue {{ $labels.queue }} of the live connector grows',
  description: [
    'Up to {{ $value }} messages waited in {{ $labels.queue }} in the last 5 minutes, over 1000 for 5 minutes: the connector receives more than it works off, and everything behind the queue is late.',
    '',
    'First:',
    '- Feature latency on Live Feed – Ops: is computing slow?',
    '- The CPU and memory of live_connector: docker stats',
    '- More symbols than before? Subscribe to fewer.',
  ],
  tests: [
    alertTest(
      'fires after five minutes',
      [connected, queue(hold(10, '10m'), hold(1001))],
      [silentUntil('14m50s'), firesAt('15m', { queue: 'live' }, '1001'), firesBetween('15m', '30m')],
    ),
    alertTest(
      'resolves five minutes after it was long',
      [connected, queue(hold(5000, '10m'), hold(0))],
      [firesAt('14m', { queue: 'live' }, '5000'), silentAt('15m10s')],
    ),
    ...silentTests('30m', { 'at the limit': [connected, queue(hold(1000))] }),
    alertTest(
      // As with a single late bar, at 15m it depends on the version of Prometheus.
      'silent after a burst that is worked off at once',
      [connected, queue(hold(10, '10m'), hold(4000, '10s'), hold(10))],
      [silentUntil('14m50s'), silentAt('15m10s')],
    ),
    ...silentTests('30m', {
      'through a restart': [restarted, queue(hold(10, '10m'), missing('30s'), hold(0))],
      'without traffic': [connected, queue(hold(0))],
      'from the first message on': [connected, queue(missing('10m'), hold(1))],
    }),
  ],
});
