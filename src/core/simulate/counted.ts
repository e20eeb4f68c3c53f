import type { MetricFamily, MetricUnit } from '../model/metric.js';
import type { Effect } from '../model/scenario.js';
import type { Observations } from './child.js';
import { usualSpread } from './effects.js';
import { middlesOf, sharesIn, usualMedian } from './log-normal.js';
import { paceOf } from './pace.js';
import { fractionOf } from './random.js';
import { segmentsOf, timesIn } from './segments.js';

/** The count of a counter between two times. */
export type CountBetween = (from: number, to: number) => number;

/** Counters of these do not count events: they are no whole numbers. */
const measured: ReadonlySet<MetricUnit | undefined> = new Set(['seconds', 'milliseconds', 'minutes', 'bytes']);

/**
 * A counter: the integral of a wavy pace, in whole events.
 *
 * @param key what its pace follows from
 * @param effects those about the series
 * @param since when its producer was started first
 */
export function counterOf(
  { unit }: MetricFamily,
  key: string,
  effects: readonly Effect[],
  since: number,
): CountBetween {
  const pace = paceOf(key);
  const segments = segmentsOf(effects, pace, since);
  const round = measured.has(unit) ? (value: number) => value : Math.floor;
  return (from, to) => round(segments.reduce((sum, segment) => sum + timesIn(segment, pace, from, to), 0));
}

/** The observations of a histogram between two times. */
export type ObservedBetween = (from: number, to: number) => Observations;

/**
 * A histogram. Each bucket counts for itself, so that it only grows, whatever the distribution changes to; what chance
 * adds to each makes rare observations fall as often as they shall, and not in all series at once.
 */
export function histogramOf(
  { buckets = [] }: MetricFamily,
  key: string,
  effects: readonly Effect[],
  since: number,
): ObservedBetween {
  const pace = paceOf(key);
  const middles = middlesOf(buckets);
  const usual = { median: usualMedian(buckets), spread: usualSpread };
  const chances = middles.map((_, index) => fractionOf(`${key} bucket ${index}`));
  const segments = segmentsOf(effects, pace, since).map((segment) => {
    const { median, spread } = segment.observed ?? usual;
    return { segment, shares: sharesIn(buckets, median, spread) };
  });
  return (from, to) => {
    const expected = middles.map(() => 0);
    for (const { segment, shares } of segments) {
      const times = timesIn(segment, pace, from, to);
      if (times > 0)
        for (const [index, share] of shares.entries()) expected[index] = (expected[index] ?? 0) + share * times;
    }
    const counts = expected.map((times, index) => Math.floor(times + (chances[index] ?? 0)));
    return { counts, sum: counts.reduce((sum, count, index) => sum + count * (middles[index] ?? 0), 0) };
  };
}
