import { durationSeconds } from '../promql/duration.js';

/** A stretch of the samples of one series. `seconds` is absent in the last one, which goes on to the end of the test. */
export type Stretch =
  | { readonly kind: 'hold'; readonly value: number; readonly seconds?: number }
  | { readonly kind: 'stay'; readonly seconds?: number }
  | { readonly kind: 'grow'; readonly perSecond: number; readonly from?: number; readonly seconds?: number }
  | { readonly kind: 'missing'; readonly seconds?: number };

/** Samples of one value. @param duration a PromQL duration; without one, to the end of the test */
export function hold(value: number, duration?: string): Stretch {
  return { kind: 'hold', value, ...lasting(duration) };
}

/** Samples of the last value that the stretch before had. @param duration as in `hold` */
export function stay(duration?: string): Stretch {
  return { kind: 'stay', ...lasting(duration) };
}

/**
 * Samples that grow steadily, like those of a busy counter, or of a timestamp that keeps up with the clock
 * (`grow(1)`).
 *
 * @param perSecond by how much
 * @param options `from`: the first sample, by default where the stretch before ended, or 0; `for`: a PromQL duration,
 * by default to the end of the test
 */
export function grow(perSecond: number, options: { readonly from?: number; readonly for?: string } = {}): Stretch {
  return {
    kind: 'grow',
    perSecond,
    ...(options.from === undefined ? {} : { from: options.from }),
    ...lasting(options.for),
  };
}

/**
 * No samples: what a scrape that fails, or no longer finds the series, leaves behind. Prometheus marks the series as
 * ended, so that it is gone at once and not after five minutes.
 *
 * @param duration a PromQL duration; without one, to the end of the test
 */
export function missing(duration?: string): Stretch {
  return { kind: 'missing', ...lasting(duration) };
}

function lasting(duration: string | undefined): { readonly seconds?: number } {
  return duration === undefined ? {} : { seconds: secondsOf(duration) };
}

/** The seconds of a PromQL duration. Throws a `RangeError` for what is none. */
export function secondsOf(duration: string): number {
  const seconds = durationSeconds(duration);
  if (seconds === undefined) {
    throw new RangeError(`"${duration}" is not a duration: write a whole number and a unit, such as 5m or 1h30m`);
  }
  return seconds;
}

/**
 * The samples of a series in promtool's notation: `a+bxn` is n + 1 samples, `_xn` none for n, `stale` the mark of a
 * series that has ended.
 *
 * @param interval seconds between two samples
 * @param end seconds that the test lasts: its sample is the last one
 */
export function printTimeline(stretches: readonly Stretch[], interval: number, end: number): string {
  const parts: string[] = [];
  let printed = 0;
  /** The last sample; undefined where there is none yet. */
  let last: number | undefined;
  /** Where growth goes on. */
  let next = 0;
  let ends = 0;
  for (const [index, stretch] of stretches.entries()) {
    const isLast = index === stretches.length - 1;
    ends = stretch.seconds === undefined || isLast ? end : ends + stretch.seconds;
    const count = Math.ceil(ends / interval - 1e-9) + (isLast ? 1 : 0) - printed;
    if (count <= 0) continue;
    printed += count;
    if (stretch.kind === 'missing') {
      if (last !== undefined) parts.push('stale');
      const rest = last === undefined ? count : count - 1;
      if (rest > 0) parts.push(`_x${rest}`);
      last = undefined;
      continue;
    }
    const { from, step } = lineOf(stretch, interval, last, next);
    parts.push(printLine(from, step, count));
    last = round(from + step * (count - 1));
    next = round(from + step * count);
  }
  return parts.join(' ');
}

function lineOf(
  stretch: Exclude<Stretch, { readonly kind: 'missing' }>,
  interval: number,
  last: number | undefined,
  next: number,
): { readonly from: number; readonly step: number } {
  switch (stretch.kind) {
    case 'hold':
      return { from: stretch.value, step: 0 };
    case 'stay':
      if (last === undefined) throw new RangeError('stay() repeats the last sample, and there is none before it');
      return { from: last, step: 0 };
    case 'grow':
      return { from: stretch.from ?? next, step: round(stretch.perSecond * interval) };
  }
}

function printLine(from: number, step: number, count: number): string {
  if (count === 1) return printNumber(from);
  if (step === 0) return `${printNumber(from)}x${count - 1}`;
  return `${printNumber(from)}${step < 0 ? '-' : '+'}${printNumber(Math.abs(step))}x${count - 1}`;
}

function printNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Inf' : '-Inf';
  return String(value);
}

/** Away with what binary fractions add: 0.1 × 3 is 0.3. */
function round(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}
