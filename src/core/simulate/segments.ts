import type { Effect, ObservedEffect, PaceEffect } from '../model/scenario.js';
import { holds } from './about.js';
import { timesBetween, type Pace } from './pace.js';

/** A stretch of time in which nothing changes how often something is counted, and what is observed. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  /** Times the usual pace. */
  readonly factor: number;
  readonly observed: ObservedEffect | undefined;
}

/** So long after the first start of its producer what is quiet had still something to count, in seconds. */
const historyLasts = 600;

/**
 * The segments of all time for one series, ascending.
 *
 * @param effects those about the series, in the order of the scenario
 * @param since when its producer was started first
 */
export function segmentsOf(effects: readonly Effect[], pace: Pace, since: number): readonly Segment[] {
  const deciding = effects
    .filter((effect): effect is PaceEffect | ObservedEffect => effect.kind === 'pace' || effect.kind === 'observed')
    .map((effect) => (keepsHistory(effect) ? { ...effect, from: since + historyLasts } : effect));
  const edges = [-Infinity, ...deciding.flatMap(({ from, to }) => [from, to]), Infinity];
  const ascending = [...new Set(edges)].toSorted((a, b) => (a < b ? -1 : 1));
  return ascending.slice(0, -1).map((from, index) => {
    const holding = deciding.filter((effect) => holds(effect, from));
    return {
      from,
      to: ascending[index + 1] ?? Infinity,
      factor: factorOf(
        holding.findLast((effect) => effect.kind === 'pace'),
        pace,
      ),
      observed: holding.findLast((effect) => effect.kind === 'observed'),
    };
  });
}

function keepsHistory(effect: PaceEffect | ObservedEffect): boolean {
  return effect.kind === 'pace' && effect.keepsHistory && effect.from === -Infinity;
}

function factorOf(effect: PaceEffect | undefined, { perSecond }: Pace): number {
  if (effect === undefined) return 1;
  return effect.perSecond === undefined ? (effect.factor ?? 1) : effect.perSecond / perSecond;
}

/** How often something happens in a segment, between two times. */
export function timesIn({ from, to, factor }: Segment, pace: Pace, after: number, until: number): number {
  const start = Math.max(from, after);
  const end = Math.min(to, until);
  return end > start && factor > 0 ? factor * timesBetween(pace, start, end) : 0;
}
