import { anyValue, eq, producer } from 'dashpack';
import { FEED } from './roles.js';
import { up } from './universal.js';

/** The process that holds the connections to the venues, closes bars and computes features. */
export const liveConnector = producer('live_connector', {
  port: 8000,
  host: 'live_connector',
  scrapedBy: [FEED],
  scrapeInterval: '10s',
  alive: () => eq(up.on(FEED)({ job: 'live_connector' }), 1),
  note: 'the host is the name of its compose service; http://localhost:8000/healthz says whether it runs',
});

const { counter, gauge, histogram } = liveConnector.ownedBy(FEED);

const venue = anyValue('binance', 'bybit', 'okx', 'kraken');
const symbol = anyValue('BTCUSDT', 'ETHUSDT');
const feature = anyValue('ema', 'rsi', 'vwap', 'atr');

const latencyBuckets = [
  1, 2, 5, 10, 25, 50, 75, 100, 150, 200, 300, 500, 750, 1000, 1500, 2000, 3000, 5000, 7500, 10_000,
] as const;

/** How old is what a venue sends when it arrives? */
export const feedTransportLatency = histogram('feed_transport_latency_ms', {
  help: "End-to-end transport latency: now minus the venue's event time.",
  unit: 'milliseconds',
  labels: { venue, symbol },
  buckets: latencyBuckets,
});

/** How late do bars close? */
export const feedBarCloseLag = gauge('feed_bar_close_lag_ms', {
  help: 'How far into the bar we are: now minus bar end.',
  unit: 'milliseconds',
  labels: { venue, symbol },
});

/** Do bars arrive? */
export const feedBars = counter('feed_bars_total', { help: 'Closed bars received.', labels: { venue, symbol } });

/** Is a venue's connection stable? */
export const feedReconnects = counter('feed_reconnects_total', { help: 'Reconnects to a venue.', labels: { venue } });

/** Is the connector slower than what it receives? */
export const feedQueueDepth = gauge('feed_queue_depth', {
  help: 'Messages that wait in a queue of the connector.',
  labels: { queue: anyValue('live') },
});

/** How long does a feature take? */
export const featureCompute = histogram('feature_compute_ms', {
  help: 'Time that computing a feature took.',
  unit: 'milliseconds',
  labels: { feature, symbol },
  buckets: latencyBuckets,
});

/** Does computing a feature fail? */
export const featureErrors = counter('feature_errors_total', {
  help: 'Times that computing a feature failed.',
  labels: { feature, symbol },
});

/** Does the data keep its contract? */
export const dqViolations = counter('dq_violations_total', {
  help: 'Times that a rule of a data contract was violated.',
  labels: { contract: anyValue('ohlcv_1h'), rule: anyValue('gap', 'nan') },
});

/** How old is a dataset? */
export const dqFreshness = gauge('dq_freshness_minutes', {
  help: 'How old the newest row of a dataset is.',
  unit: 'minutes',
  labels: { dataset: anyValue('ohlcv_1h') },
});
