import { courses, grow, hold, observations, series, type Course, type Stretch, type TestSeries } from 'dashpack';
import * as catalog from '../../../datasources/peak-trade/index.js';

type Stretches = readonly [Stretch, ...Stretch[]];

/** The labels of the exporter's own series. */
export const aiLiveTarget = { job: 'ai_live', instance: 'localhost:9110' } as const;

/** True where Prometheus reaches the exporter: 1 or 0, or missing where it is not a target. */
export function aiLiveUp(...stretches: Stretches): TestSeries {
  return series(catalog.up.on(catalog.AI_LIVE)(aiLiveTarget), ...stretches);
}

/** The exporter, which Prometheus reaches all the time. */
export const scraped = aiLiveUp(hold(1));

/** The exporter, which is restarted after ten minutes and gone for half a minute. */
export const restarted = aiLiveUp(hold(1, '10m'), hold(0, '30s'), hold(1));

/** An exporter that runs, and sees no event. */
export const blindExporter: readonly TestSeries[] = [scraped, series(catalog.aiLiveHeartbeat(), hold(1))];

/** The time of the last event of a source, in seconds from the start of the test, which is when time begins. */
export function lastEvent(source: string, ...stretches: Stretches): TestSeries {
  return series(catalog.aiLastEventTimestamp({ source }), ...stretches);
}

/** Events at every scrape. @param duration a PromQL duration; without one, to the end of the test */
export function flowing(duration?: string): Stretch {
  return grow(1, duration === undefined ? {} : { for: duration });
}

/** Parse errors of one source, as the exporter counts them since it started. */
export function parseErrors(...stretches: Stretches): TestSeries {
  return series(catalog.aiEventsParseErrors(), ...stretches);
}

/** Dropped events of one source and reason, as the exporter counts them since it started. */
export function droppedEvents(...stretches: Stretches): TestSeries {
  return series(catalog.aiEventsDropped({ reason: 'unknown_schema' }), ...stretches);
}

/** Decisions per second in the tests of latencies: so many that shares of a ten-thousandth are whole numbers. */
const perSecond = 2000;

/**
 * Decisions that take 220 ms, and a share of them that takes 280 ms, as the histogram in seconds counts them.
 *
 * @param slow 0 to 1
 * @param goes how the count of decisions goes; default: from the start on, to the end
 */
export function decisionsOver250(slow: number, goes: Course = courses.steady): readonly TestSeries[] {
  return [
    observations(
      catalog.aiDecisionLatencySeconds,
      { run_id: 'fast' },
      { value: 0.22, stretches: goes(perSecond * (1 - slow)) },
    ),
    observations(
      catalog.aiDecisionLatencySeconds,
      { run_id: 'slow' },
      { value: 0.28, stretches: goes(perSecond * slow) },
    ),
  ].flat();
}

/** As `decisionsOver250`: decisions that take 450 ms, and a share that takes 550 ms, in the histogram in milliseconds. */
export function decisionsOver500(slow: number, goes: Course = courses.steady): readonly TestSeries[] {
  return [
    observations(
      catalog.aiDecisionLatencyMilliseconds,
      { decision: 'accept' },
      { value: 450, stretches: goes(perSecond * (1 - slow)) },
    ),
    observations(
      catalog.aiDecisionLatencyMilliseconds,
      { decision: 'reject' },
      { value: 550, stretches: goes(perSecond * slow) },
    ),
  ].flat();
}
