import {
  alertTest,
  courses,
  firesAt,
  firesBetween,
  gt,
  histogramQuantile,
  rate,
  silentAt,
  silentTests,
  silentUntil,
  sum,
} from 'dashpack';
import { feedTransportLatency, transportLatencyP99 } from '../../../datasources/ai-trading-core/index.js';
import { connected, events } from '../series/live-feed.js';
import { feedAlert } from './feed-alert.js';

const first = [
  'First:',
  '- Live Feed – Ops: one venue or all of them? All of them: the network or the host.',
  '- Reconnects: does the connection hold?',
  '- The clock of the host: `timedatectl` (a latency is now minus the time that the venue writes).',
] as const;

/** 500 ms is the end of a bucket, so that more than 1 % took longer is certain, and no guess within a bucket. */
export const transportLatencyP99High = feedAlert('TransportLatencyP99High', {
  when: gt(transportLatencyP99(), 500),
  for: '5m',
  summary: 'Events of {{ $labels.venue }} arrive late',
  description: [
    'More than 1 % of the events of {{ $labels.venue }} in the last 5 minutes took over 500 ms from the venue to here (p99 {{ $value | printf "%.0f" }} ms), for 5 minutes.',
    '',
    ...first,
  ],
  tests: [
    alertTest(
      'fires where 1.04 % of the events of a venue are slower',
      [connected, events('binance', 0), events('kraken', 0.0104)],
      [silentUntil('5m'), firesAt('5m10s', { venue: 'kraken' }, '510'), firesBetween('5m10s', '30m')],
    ),
    alertTest(
      'resolves when traffic stops',
      [connected, events('kraken', 0.0104, courses.stopped)],
      [firesAt('14m', { venue: 'kraken' }, '510'), silentAt('16m')],
    ),
    ...silentTests('30m', {
      'where 0.96 % are slower': [connected, events('kraken', 0.0096)],
      'without traffic': [connected, events('kraken', 0.5, courses.idle)],
      'where nothing was ever measured': [connected],
      'after the first slow event': [connected, events('kraken', 1, courses.onlyOne)],
      'through a restart': [connected, events('kraken', 0.0096, courses.restarted)],
    }),
  ],
});

/** The same over the events of all venues: a slow venue with little traffic is not the whole feed. */
export const transportLatencyP99HighGlobal = feedAlert('TransportLatencyP99HighGlobal', {
  when: gt(histogramQuantile(0.99, sum(rate(feedTransportLatency.bucket(), '5m'), { by: ['le'] })), 500),
  for: '5m',
  labels: { scope: 'global' },
  summary: 'Events of the whole feed arrive late',
  description: [
    'More than 1 % of the events of all venues in the last 5 minutes took over 500 ms from the venue to here (p99 {{ $value | printf "%.0f" }} ms), for 5 minutes.',
    '',
    ...first,
  ],
  tests: [
    alertTest(
      'fires where 1.04 % of all events are slower',
      [connected, events('binance', 0), events('kraken', 0.0208)],
      [silentUntil('5m'), firesAt('5m10s', {}, '510'), firesBetween('5m10s', '30m')],
    ),
    ...silentTests('30m', {
      'where a venue is slow that hardly counts': [
        connected,
        events('binance', 0),
        events('kraken', 0.5, courses.steady, 20),
      ],
      'where 0.96 % are slower': [connected, events('binance', 0.0096), events('kraken', 0.0096)],
      'after the first slow event': [connected, events('kraken', 1, courses.onlyOne)],
      'without traffic': [connected, events('kraken', 0.5, courses.idle)],
      'through a restart': [connected, events('kraken', 0.0096, courses.restarted)],
    }),
  ],
});
