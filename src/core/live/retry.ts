import type { LiveFailure } from './live-failure.js';

const first = 250;
/** In milliseconds. A server that wants to be left alone for longer is not waited for. */
const longest = 30_000;
const statuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * How long to wait before asking again, in milliseconds; undefined where that would not help. What took too long is not
 * repeated: it would be the same load again.
 *
 * @param retryAfter the header of that name: seconds, or a date
 * @param round 0 after the first attempt
 * @param now the Unix time in milliseconds
 */
export function retryDelay(
  { kind, status }: LiveFailure,
  retryAfter: string | null,
  round: number,
  now: number,
): number | undefined {
  const isPassing = kind === 'refused' || kind === 'unreachable' || (kind === 'status' && statuses.has(status ?? 0));
  if (!isPassing) return undefined;
  const asked = retryAfter === null ? undefined : waitFor(retryAfter.trim(), now);
  if (asked !== undefined && asked > longest) return undefined;
  return asked ?? first * 2 ** round;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const date = /^[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/;

function waitFor(text: string, now: number): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const match = date.exec(text);
  if (match === null) return undefined;
  const [day, year, hour, minute, second] = [1, 3, 4, 5, 6].map((index) => Number(match[index]));
  const days = daysBefore(year ?? 0, months.indexOf(match[2] ?? ''), day ?? 1);
  const at = ((days * 24 + (hour ?? 0)) * 60 + (minute ?? 0)) * 60 + (second ?? 0);
  return Math.max(0, at * 1000 - now);
}

/** Days from 1970 to a day of the Gregorian calendar: there is no clock here to ask. */
function daysBefore(year: number, month: number, day: number): number {
  const shifted = month < 2 ? year - 1 : year; // a year that begins in March has its leap day at the end
  const monthOfYear = (month + 10) % 12;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + Math.floor((monthOfYear * 306 + 5) / 10) + day - 719_469;
}
