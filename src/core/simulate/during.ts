import type { During } from '../model/scenario.js';
import { durationSeconds } from '../promql/duration.js';
import type { Duration } from '../query/window.js';

/** When an effect holds: from the start of the scenario on. Without `from` it always did, without `to` it does to the end. */
export interface When {
  readonly from?: Duration;
  readonly to?: Duration;
}

/** The same in seconds. */
export function during({ from, to }: When): During {
  return {
    from: from === undefined ? -Infinity : secondsOf(from),
    to: to === undefined ? Infinity : secondsOf(to),
  };
}

/** The seconds of a PromQL duration. Throws a `RangeError` for what is none. */
export function secondsOf(duration: string): number {
  const seconds = durationSeconds(duration);
  if (seconds === undefined) {
    throw new RangeError(`"${duration}" is not a duration: write a whole number and a unit, such as 5m or 1h30m`);
  }
  return seconds;
}
