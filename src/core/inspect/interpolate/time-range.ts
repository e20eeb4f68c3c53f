import { durationSeconds } from '../../promql/duration.js';

/** A stretch of time: Unix times in seconds. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

const relative = /^now(?:\s*([+-])\s*(\d+)(s|m|h|d|w|M|y))?(?:\/([smhd]))?$/;
const units: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  M: 2_592_000,
  y: 31_536_000,
};

/**
 * A time of Grafana's, such as `now-6h` or `now/d`, as a Unix time in seconds; undefined for what is not relative to now.
 *
 * @param end whether it is the end of a range: rounding then leads to the end of the day
 */
export function relativeTime(text: string, now: number, end: boolean): number | undefined {
  const match = relative.exec(text.trim());
  if (match === null) return undefined;
  const [, sign, amount = '0', unit = 's', rounding] = match;
  const at = now + (sign === '+' ? 1 : -1) * Number(amount) * (units[unit] ?? 1);
  const grain = rounding === undefined ? undefined : units[rounding];
  if (grain === undefined) return at;
  return Math.floor(at / grain) * grain + (end ? grain : 0);
}

/** Six hours, as Grafana opens a dashboard that says nothing. */
const usual = 6 * 3600;

/**
 * The range that a dashboard opens with.
 *
 * @param written its `time`; fixed times are no matter for who looks now
 * @param window a PromQL duration that is used instead
 */
export function openingRange(
  written: { readonly from?: unknown; readonly to?: unknown },
  now: number,
  window: string | undefined,
): TimeRange {
  const seconds = window === undefined ? undefined : durationSeconds(window);
  if (seconds !== undefined) return { start: now - seconds, end: now };
  const start = typeof written.from === 'string' ? relativeTime(written.from, now, false) : undefined;
  const end = typeof written.to === 'string' ? relativeTime(written.to, now, true) : undefined;
  if (start === undefined || end === undefined || start >= end) return { start: now - usual, end: now };
  // What lies ahead has no data.
  return start < now ? { start, end: Math.min(end, now) } : { start: now - usual, end: now };
}
