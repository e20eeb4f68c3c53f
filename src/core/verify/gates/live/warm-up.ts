import type { Clock } from '../../../live/clock.js';
import type { CheckResult } from '../../gate/check-result.js';

/** How long a system that has just started is waited for: all checks of a run share the time. */
export interface WarmUp {
  readonly clock: Clock;
  /** When waiting ends, as a Unix time in milliseconds. */
  readonly until: number;
}

const first = 1000;
const longest = 5000;

/**
 * Checks, and checks again until it is well or the time is over. What is left out is not repeated; the result says how
 * often it was looked at.
 */
export async function whenReady({ clock, until }: WarmUp, check: () => Promise<CheckResult>): Promise<CheckResult> {
  let pause = first;
  for (let times = 1; ; times += 1) {
    const result = await check();
    const left = until - clock.now();
    if (result.verdict !== 'fail' || left <= 0) return times === 1 ? result : withTimes(result, times);
    await clock.wait(Math.min(pause, left));
    pause = Math.min(pause * 2, longest);
  }
}

function withTimes(result: CheckResult, times: number): CheckResult {
  const said = result.verdict === 'fail' ? `not ready after ${times} tries` : `ready at try ${times}`;
  return { ...result, message: `${result.message} (${said})` };
}
