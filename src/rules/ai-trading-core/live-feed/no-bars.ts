import {
  absentOverTime,
  alertTest,
  allFireAt,
  countedWithin,
  firesAt,
  firesBetween,
  group,
  grow,
  gt,
  hold,
  increase,
  lastOverTime,
  missing,
  or,
  silentAt,
  silentTests,
  silentUntil,
  stay,
  sum,
  unless,
  withLabel,
} from 'dashpack';
import { feedBars } from '../../../datasources/ai-trading-core/index.js';
import { bars, connected, connectorUp, flowing, restarted } from '../series/live-feed.js';
import { feedAlert } from './feed-alert.js';

/** A venue is remembered for six hours, so that one whose series ended is missed. */
const known = group(lastOverTime(feedBars(), '6h'), { by: ['venue'] });
/** Looks back over less than what is remembered: it fires before the memory fades. */
const noneKnown = withLabel(absentOverTime(feedBars(), '350m'), 'venue', 'none');
const received = gt(sum(increase(feedBars(), '5m'), { by: ['venue'] }), 0);
/** `increase` does not see the first bar of a venue. */
const began = group(countedWithin(feedBars(), '5m'), { by: ['venue'] });

/** A venue that had bars has none, whatever became of its series; or no venue has any. */
export const noBarsIn5m = feedAlert('NoBarsIn5m', {
  when: or(unless(unless(known, received), began), noneKnown),
  for: '2m',
  severity: 'critical',
  summary: 'No bars in 5 minutes from {{ $labels.venue }}',
  description: [
    'No symbol of {{ $labels.venue }} had a closed bar in the last 5 minutes: the venue is silent, its connection hangs, or the connector is dead. A venue is missed for 6 hours after its last bar.',
    'venue=none: no venue had a bar for almost 6 hours, or since Prometheus began to look.',
    '',
    'First:',
    '- LiveConnectorDown? Then begin there.',
    '- Live Feed – Ops: one venue or all of them? Does it reconnect?',
    '- docker compose logs --tail=200 live_connector',
    '- The status page of the venue.',
  ],
  tests: [
    alertTest(
      'fires seven minutes after the last bar of a venue, and keeps firing',
      [connected, bars('binance', flowing()), bars('kraken', flowing('10m'), stay())],
      [silentUntil('16m30s'), firesAt('17m', { venue: 'kraken' }), firesBetween('17m', '2h')],
    ),
    alertTest(
      'fires when the connector dies, and does not resolve as long as it is dead',
      [
        connectorUp(hold(1, '10m'), hold(0)),
        bars('binance', flowing('10m'), missing()),
        bars('kraken', flowing('10m'), missing()),
      ],
      [
        silentUntil('16m30s'),
        allFireAt('17m', { venue: 'binance' }, { venue: 'kraken' }),
        allFireAt('369m', { venue: 'binance' }, { venue: 'kraken' }, { venue: 'none' }),
        firesAt('375m', { venue: 'none' }),
        firesBetween('17m', '375m'),
      ],
    ),
    alertTest(
      'fires for a venue whose series is gone after a restart',
      [
        restarted,
        bars('binance', flowing('10m'), missing('30s'), grow(1 / 30, { from: 0 })),
        bars('kraken', flowing('10m'), missing()),
      ],
      [silentUntil('16m30s'), firesAt('17m', { venue: 'kraken' }), firesBetween('17m', '1h')],
    ),
    alertTest(
      'fires two minutes after the start where no venue has any',
      [connected],
      [silentUntil('1m50s'), firesAt('2m', { venue: 'none' }), firesBetween('2m', '90m')],
    ),
    alertTest(
      'fires for a new venue that has none',
      [connected, bars('binance', flowing()), bars('okx', missing('10m'), hold(0))],
      [silentUntil('11m50s'), firesAt('12m', { venue: 'okx' }), firesBetween('12m', '30m')],
    ),
    alertTest(
      'resolves with the next bar',
      [connected, bars('kraken', flowing('10m'), stay('10m'), flowing())],
      [firesAt('19m', { venue: 'kraken' }), silentAt('21m')],
    ),
    ...silentTests('30m', { 'while bars arrive': [connected, bars('binance', flowing()), bars('kraken', flowing())] }),
    ...silentTests('20m', {
      'where a bar arrives every four minutes': [
        connected,
        bars('kraken', hold(7, '4m'), hold(8, '4m'), hold(9, '4m'), hold(10, '4m'), hold(11, '4m')),
      ],
    }),
    ...silentTests('30m', {
      'through a restart': [restarted, bars('kraken', flowing('10m'), missing('30s'), grow(1 / 30, { from: 0 }))],
    }),
    ...silentTests('18m', {
      'after the first bar of a new venue, until the next one is due': [
        connected,
        bars('binance', flowing()),
        bars('okx', missing('10m'), hold(1, '4m'), hold(2, '4m')),
      ],
    }),
  ],
});
