import { thresholds } from 'dashpack';

// From where on a tile of AI Live is no longer green: said once, so that two tiles of one number have one colour.

/** For counts of what should not happen. */
export const noneExpected = thresholds('green', [1, 'red']);

/** As `noneExpected`, per minute over five minutes, where a single one is 0.2. */
export const noneExpectedPerMinute = thresholds('green', [0.1, 'red']);

/** For ages of events, in seconds: AI_LIVE_StaleEvents waits from 60 s on, and has fired by 180 s. */
export const freshness = thresholds('green', [60, 'yellow'], [120, 'red']);

/** For the latency that 95 % stay below, in milliseconds: AI_LIVE_LatencyP95High is about 250 ms. */
export const latencyP95Limit = thresholds('green', [250, 'yellow'], [500, 'red']);

/** For the latency that 99 % stay below, in milliseconds: AI_LIVE_LatencyP99High is about 500 ms. */
export const latencyP99Limit = thresholds('green', [500, 'red']);

/** For the share of rejections, 0 to 1. */
export const rejectShareLimit = thresholds('green', [0.1, 'yellow'], [0.3, 'orange'], [0.5, 'red']);
