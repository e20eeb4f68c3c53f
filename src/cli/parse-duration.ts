import { Failure } from '../core/model/failure.js';
import { durationSeconds } from '../core/promql/duration.js';

/**
 * A duration of the command line, in seconds.
 *
 * @param option whose it is, and `example` how one is written, for the message
 * @throws Failure for any other text, and for no time at all where `mayBeNone` does not say that it may be
 */
export function parseDuration(text: string, option: string, example: string, mayBeNone = false): number {
  const seconds = durationSeconds(text);
  const next = `write ${option} ${example}`;
  if (seconds === undefined) throw new Failure(`${option} ${JSON.stringify(text)} is not a duration`, { next });
  if (seconds === 0 && !mayBeNone) throw new Failure(`${option} ${JSON.stringify(text)} is no time at all`, { next });
  return seconds;
}
