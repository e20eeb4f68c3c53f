import type { Labels } from '../../live/prometheus/sample.js';
import { withoutName, type ReturnedSeries } from './returned.js';

/** When an alert fires, for one set of labels. */
export interface Firing {
  readonly labels: Labels;
  /** Unix times in seconds: of the first and of the last evaluation at which it fires. */
  readonly from: number;
  readonly to: number;
}

/** A sample of `ALERTS`. */
export interface AlertState {
  readonly labels: Labels;
  readonly state: 'pending' | 'firing';
  /** A Unix time in seconds. */
  readonly time: number;
}

/** The timing that an alert asks for, in seconds. */
export interface AlertTiming {
  readonly for: number;
  readonly keepFiringFor: number;
  readonly interval: number;
}

/** Follows an alert through what its expression returned at each evaluation, as Prometheus does. */
export function alertHistory(
  returned: readonly ReturnedSeries[],
  timing: AlertTiming,
): { readonly states: readonly AlertState[]; readonly firings: readonly Firing[] } {
  const histories = returned.map((series) => historyOf(series, timing));
  return { states: histories.flatMap(({ states }) => states), firings: histories.flatMap(({ firings }) => firings) };
}

function historyOf({ labels: returned, points }: ReturnedSeries, timing: AlertTiming) {
  const labels = withoutName(returned);
  const states: AlertState[] = [];
  const firings: Firing[] = [];
  let since: number | undefined;
  let last = -Infinity;
  for (const [time] of points) {
    const gap = time - last;
    if (since === undefined || gap > timing.interval * 1.5) since = resumed(time);
    last = time;
    const state = time - since >= timing.for ? 'firing' : 'pending';
    states.push({ labels, state, time });
    if (state === 'firing') fire(time, time);
  }
  return { states, firings };

  /** An alert that still fires when its condition comes back never stopped. */
  function resumed(time: number): number {
    const firing = firings.at(-1);
    const isKept = firing !== undefined && firing.to === last && time - last <= timing.keepFiringFor;
    if (!isKept) return time;
    for (let at = last + timing.interval; at < time; at += timing.interval) {
      states.push({ labels, state: 'firing', time: at });
    }
    fire(last, time);
    return since ?? time;
  }

  function fire(from: number, to: number): void {
    const firing = firings.at(-1);
    if (firing !== undefined && from - firing.to <= timing.interval * 1.5)
      firings[firings.length - 1] = { ...firing, to };
    else firings.push({ labels, from, to });
  }
}
