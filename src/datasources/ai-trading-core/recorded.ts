import { anyValue, recorded } from 'dashpack';
import { FEED } from './roles.js';

// What the dashboard shows and the alerts compare. Named level:metric:operations, where the level is the labels kept.

/** The value that the alert on transport latency compares: over all symbols of a venue. Empty without traffic. */
export const transportLatencyP99 = recorded('venue:feed_transport_latency_ms:p99_rate5m', {
  owner: FEED,
  help: 'The transport latency that 99 % of the events of a venue stayed below in the last 5 minutes, over all its symbols.',
  unit: 'milliseconds',
  labels: { venue: anyValue('binance') },
});

/** The value that the alert on bar lag compares. */
export const barCloseLagMax = recorded('venue_symbol:feed_bar_close_lag_ms:max5m', {
  owner: FEED,
  help: 'The largest bar close lag of the last 5 minutes, per venue and symbol.',
  unit: 'milliseconds',
  labels: { venue: anyValue('binance'), symbol: anyValue('BTCUSDT') },
});

/** The value that the alert on feature latency compares: over all symbols. Empty where nothing was computed. */
export const featureLatencyP99 = recorded('feature:feature_compute_ms:p99_rate5m', {
  owner: FEED,
  help: 'The time that 99 % of the computations of a feature stayed below in the last 5 minutes, over all symbols.',
  unit: 'milliseconds',
  labels: { feature: anyValue('ema') },
});

/** The value that the alert on reconnects compares: with the first ones of a new series, which `increase` alone does not see. */
export const reconnectsIn5m = recorded('venue:feed_reconnects:increase5m', {
  owner: FEED,
  help: 'Reconnects to a venue in the last 5 minutes.',
  labels: { venue: anyValue('binance') },
});

/** The value that the alert on queues compares. */
export const queueDepthMax = recorded('queue:feed_queue_depth:max5m', {
  owner: FEED,
  help: 'The most messages that waited in a queue at once in the last 5 minutes.',
  labels: { queue: anyValue('live') },
});
