import {
  alertTest,
  and,
  cumulative,
  eq,
  firesAt,
  firesBetween,
  gt,
  hold,
  increase,
  maxOverTime,
  missing,
  offset,
  or,
  round,
  silentAt,
  silentTests,
  silentUntil,
  sum,
  unless,
} from 'dashpack';
import { FEED, feedReconnects, reconnectsIn5m, up } from '../../../datasources/ai-trading-core/index.js';
import { connected, connectorUp, reconnects, restarted } from '../series/live-feed.js';
import { feedAlert } from './feed-alert.js';

const wasUp = eq(offset(up.on(FEED)({ job: 'live_connector' }), '5m'), 1);
/** Series that were not there five minutes ago, though the connector was: all that they counted is new. */
const begun = and(unless(cumulative(maxOverTime(feedReconnects(), '5m')), offset(feedReconnects(), '5m')), wasUp, {
  on: ['job', 'instance'],
});

/**
 * Reconnects to each venue in five minutes. `increase` alone misses what a series counts at its first sample, and its
 * extrapolation makes 3.2 of three: counts are whole numbers.
 */
export const reconnectsOf5m = or(
  sum(begun, { by: ['venue'] }),
  round(sum(increase(feedReconnects(), '5m'), { by: ['venue'] })),
);

/** The window is the waiting: a burst is over before a longer `for` is. */
export const reconnectSpike = feedAlert('ReconnectSpike', {
  when: gt(reconnectsIn5m(), 3),
  for: '1m',
  summary: 'The connection to {{ $labels.venue }} does not hold',
  description: [
    '{{ $value }} reconnects to {{ $labels.venue }} in the last 5 minutes: events between them are lost, and bars may have gaps.',
    '',
    'First:',
    '- docker compose logs --tail=200 live_connector: why is the connection closed?',
    '- Does the venue limit connections or subscriptions? Its status page.',
    '- One venue or all of them? All of them: the network of the host.',
  ],
  tests: [
    alertTest(
      'fires a minute after the fourth, for that venue, until five minutes have passed',
      [connected, reconnects('binance', hold(2)), reconnects('kraken', hold(2, '10m'), hold(6))],
      [
        silentUntil('10m50s'),
        firesAt('11m', { venue: 'kraken' }, '4'),
        firesBetween('11m', '14m30s'),
        silentAt('15m10s'),
      ],
    ),
    alertTest(
      'fires where they are the first of a venue: the series begins at 4',
      [connected, reconnects('kraken', missing('10m'), hold(4))],
      [silentUntil('10m50s'), firesAt('11m', { venue: 'kraken' }, '4'), silentAt('15m10s')],
    ),
    alertTest(
      'fires for those after a restart',
      [restarted, reconnects('kraken', hold(50, '10m'), missing('30s'), hold(4))],
      [silentUntil('11m20s'), firesAt('11m30s', { venue: 'kraken' }, '4')],
    ),
    alertTest(
      'fires for the first ones of a venue long after a restart',
      [restarted, reconnects('kraken', hold(50, '10m'), missing('20m'), hold(4))],
      [silentUntil('30m50s'), firesAt('31m', { venue: 'kraken' }, '4'), silentAt('36m')],
    ),
    ...silentTests('30m', {
      'after three, which increase() makes more of': [connected, reconnects('kraken', hold(2, '10m'), hold(5))],
      'where the first three of a venue are seen at once': [connected, reconnects('kraken', missing('10m'), hold(3))],
      'while there are none': [connected, reconnects('kraken', hold(0))],
      'where nothing was ever counted': [connected],
      'when Prometheus begins to look at a connector that has counted many': [
        connectorUp(missing('10m'), hold(1)),
        reconnects('kraken', missing('10m'), hold(50)),
      ],
      'through a restart': [restarted, reconnects('kraken', hold(50, '10m'), missing('30s'), hold(0))],
    }),
    ...silentTests('150m', {
      'after an outage of two hours': [
        connectorUp(hold(1, '10m'), hold(0, '2h'), hold(1)),
        reconnects('kraken', hold(50, '10m'), missing('2h'), hold(50)),
      ],
    }),
  ],
});
