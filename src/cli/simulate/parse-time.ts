import { Failure } from '../../core/model/failure.js';
import { durationSeconds } from '../../core/promql/duration.js';

const iso = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/**
 * A time of the command line, in Unix seconds: `now`, `now-3h`, an RFC 3339 time, a day (from midnight UTC on), or a Unix
 * time.
 *
 * @param option whose time it is, for the message
 * @param now Unix seconds
 * @throws Failure for any other text
 */
export function parseTime(text: string, option: string, now: number): number {
  if (text === 'now') return now;
  const ago = text.startsWith('now-') ? durationSeconds(text.slice('now-'.length)) : undefined;
  if (ago !== undefined) return now - ago;
  if (/^\d{9,10}(?:\.\d{1,3})?$/.test(text)) return Number(text);
  const milliseconds = iso.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(milliseconds)) return milliseconds / 1000;
  throw new Failure(`${option} ${JSON.stringify(text)} is not a time`, {
    next: `write ${option} now-3h, ${option} 2026-11-20T20:00:00Z, or a Unix time in seconds`,
  });
}
