import { grow, hold, courses, observations, series, type Course, type Stretch, type TestSeries } from 'dashpack';
import * as catalog from '../../../datasources/ai-trading-core/index.js';

type Stretches = readonly [Stretch, ...Stretch[]];

/** The labels of the connector's own series. */
export const connector = { job: 'live_connector', instance: 'live_connector:8000' } as const;

/** True where Prometheus reaches the connector: 1 or 0, or missing where it is not a target. */
export function connectorUp(...stretches: Stretches): TestSeries {
  return series(catalog.up.on(catalog.FEED)(connector), ...stretches);
}

/** The connector, which Prometheus reaches all the time. */
export const connected = connectorUp(hold(1));

/** The connector, which is restarted after ten minutes and gone for half a minute. */
export const restarted = connectorUp(hold(1, '10m'), hold(0, '30s'), hold(1));

/** Bars of a symbol, as the connector counts them since it started. */
export function bars(venue: string, ...stretches: Stretches): TestSeries {
  return series(catalog.feedBars({ ...connector, venue, symbol: 'BTCUSDT' }), ...stretches);
}

/** Two bars a minute. @param duration a PromQL duration; without one, to the end of the test */
export function flowing(duration?: string): Stretch {
  return grow(1 / 30, duration === undefined ? {} : { for: duration });
}

/** How late the bars of a symbol close, in milliseconds. */
export function lag(venue: string, symbol: string, ...stretches: Stretches): TestSeries {
  return series(catalog.feedBarCloseLag({ ...connector, venue, symbol }), ...stretches);
}

/** Reconnects to a venue, as the connector counts them since it started. */
export function reconnects(venue: string, ...stretches: Stretches): TestSeries {
  return series(catalog.feedReconnects({ ...connector, venue }), ...stretches);
}

/** How many messages wait. */
export function queue(...stretches: Stretches): TestSeries {
  return series(catalog.feedQueueDepth({ ...connector, queue: 'live' }), ...stretches);
}

/** Of all observations: so many that shares of a ten-thousandth are whole numbers. */
const usual = 2000;

/**
 * Events of a venue that take 400 ms, and a share of them that takes 600 ms, on one side and the other of the bound at
 * 500 ms.
 *
 * @param slow 0 to 1
 * @param goes how the count of events goes; default: from the start on, to the end
 * @param perSecond of all events
 */
export function events(
  venue: string,
  slow: number,
  goes: Course = courses.steady,
  perSecond = usual,
): readonly TestSeries[] {
  const of = (symbol: string, value: number, share: number): readonly TestSeries[] =>
    observations(
      catalog.feedTransportLatency,
      { ...connector, venue, symbol },
      { value, stretches: goes(perSecond * share) },
    );
  return [...of('BTCUSDT', 400, 1 - slow), ...of('ETHUSDT', 600, slow)];
}

/** As `events`: computations of a feature that take 40 ms, and a share that takes 60 ms; the bound is 50 ms. */
export function computations(
  feature: string,
  slow: number,
  goes: Course = courses.steady,
  perSecond = usual,
): readonly TestSeries[] {
  const of = (symbol: string, value: number, share: number): readonly TestSeries[] =>
    observations(
      catalog.featureCompute,
      { ...connector, feature, symbol },
      { value, stretches: goes(perSecond * share) },
    );
  return [...of('BTCUSDT', 40, 1 - slow), ...of('ETHUSDT', 60, slow)];
}
