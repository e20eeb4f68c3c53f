import { courses, hold, series, type Course, type Stretch, type TestSeries } from 'dashpack';
import { pipelineEvents, pipelineRiskBlocks, runState, SHADOW, up } from '../../../datasources/peak-trade/index.js';

type Stretches = readonly [Stretch, ...Stretch[]];

/** The labels of the exporter's own series. */
export const shadowTarget = { job: 'shadow_mvs', instance: 'localhost:9109' } as const;

/** True where Prometheus reaches the exporter: 1 or 0, or missing where it is not a target. */
export function shadowUp(...stretches: Stretches): TestSeries {
  return series(up.on(SHADOW)(shadowTarget), ...stretches);
}

/** The exporter, which Prometheus reaches all the time. */
export const scraped = shadowUp(hold(1));

/** The exporter, which is restarted after ten minutes and gone for half a minute. */
export const restarted = shadowUp(hold(1, '10m'), hold(0, '30s'), hold(1));

/** A run that is expected to have events, to the end of the test. */
export const running: readonly TestSeries[] = state([hold(1)], [hold(0)]);

/** No run. */
export const idle: readonly TestSeries[] = state([hold(0)], [hold(1)]);

/** The states of a run, of which one is 1. */
export function state(isRunning: Stretches, isIdle: Stretches): readonly TestSeries[] {
  return [
    series(runState({ mode: 'shadow', state: 'running' }), ...isRunning),
    series(runState({ mode: 'shadow', state: 'idle' }), ...isIdle),
  ];
}

/** Signals of the shadow mode, as the exporter counts them since it started. */
export function signals(...stretches: Stretches): TestSeries {
  return series(pipelineEvents({ mode: 'shadow', stage: 'signal', exchange: 'sim' }), ...stretches);
}

/**
 * Events, and a share of them that are errors: a thousand in a second.
 *
 * @param share 0 to 1
 * @param goes how a count goes; default: from the start on, to the end
 */
export function eventsWithErrors(share: number, goes: Course = courses.steady): readonly TestSeries[] {
  const errors = series(pipelineEvents({ mode: 'shadow', stage: 'error', exchange: 'sim' }), ...goes(1000 * share));
  return [signals(...goes(1000 * (1 - share))), errors];
}

/** Risk blocks of one reason, as the exporter counts them since it started. */
export function blocks(...stretches: Stretches): TestSeries {
  return series(pipelineRiskBlocks({ mode: 'shadow', reason: 'exposure_limit' }), ...stretches);
}
