import type { WarmUp } from '../../core/inspect/gates/live/warm-up.js';
import type { Output } from '../host.js';

/** A line on a terminal that says what is waited for. */
export interface Waiting {
  readonly heard: NonNullable<WarmUp['progress']>;
  /** Takes the line away. */
  readonly end: () => void;
}

const clear = '\r\u001B[2K';

/** Shows on a terminal how many checks are not ready yet, and for how long they are waited for; anywhere else, nothing. */
export function showWaiting(
  output: Output,
  quiet: boolean,
  { clock, until }: Pick<WarmUp, 'clock' | 'until'>,
): Waiting {
  let waiting = 0;
  const isShown = output.isTTY === true && !quiet;
  const show = (): void => {
    if (!isShown) return;
    const left = Math.max(0, Math.ceil((until - clock.now()) / 1000));
    const checks = waiting === 1 ? '1 check is' : `${waiting} checks are`;
    output.write(waiting === 0 ? clear : `${clear}${checks} not ready: waiting, ${left} s at most`);
  };
  const count = (change: number) => (): void => {
    waiting += change;
    show();
  };
  return {
    heard: { begin: count(1), again: show, end: count(-1) },
    end() {
      if (isShown) output.write(clear);
    },
  };
}
