import type { Clock } from '../../../live/clock.js';
import type { GateResult } from '../gate-result.js';

/** How long a system that has just started is waited for: all checks of a run share the time. */
export interface WarmUp {
  readonly clock: Clock;
  /** When waiting ends, as a Unix time in milliseconds. */
  readonly until: number;
  /** Hears when a check begins to be waited for, before each further wait, and when it is waited for no longer. */
  readonly progress?: Readonly<Record<'begin' | 'again' | 'end', () => void>> | undefined;
}

const first = 1000;
const longest = 5000;

/**
 * Checks, and checks again until it is well or the time is over. What is left out is not repeated; the result says how
 * often it was looked at.
 */
export async function whenReady(warmUp: WarmUp, check: () => Promise<GateResult>): Promise<GateResult> {
  const { clock, until, progress } = warmUp;
  const left = (): number => until - clock.now();
  let result = await check();
  if (!isWaitedFor(result, left())) return result;
  progress?.begin();
  try {
    let pause = first;
    let times = 1;
    while (isWaitedFor(result, left())) {
      if (times > 1) progress?.again();
      await clock.wait(Math.min(pause, left()));
      pause = Math.min(pause * 2, longest);
      result = await check();
      times += 1;
    }
    return withTimes(result, times);
  } finally {
    progress?.end();
  }
}

function isWaitedFor({ verdict }: GateResult, left: number): boolean {
  return verdict === 'fail' && left > 0;
}

function withTimes(result: GateResult, times: number): GateResult {
  const said = result.verdict === 'fail' ? `not ready after ${times} tries` : `ready at try ${times}`;
  return { ...result, message: `${result.message} (${said})` };
}
