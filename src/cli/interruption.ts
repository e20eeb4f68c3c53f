import { FaultsError } from './fault.js';
import type { ProcessEvents } from './host.js';

/** The signals that end a command in good order. */
export type Signal = 'SIGINT' | 'SIGTERM';

/** The user, or the system, asked the command to end. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly signal: Signal;

  constructor(signal: Signal) {
    super(`ended by ${signal}`);
    this.signal = signal;
  }
}

/** Ends steps that wait in vain, or that the user does not want to wait for. */
export interface Interruption {
  /**
   * Waits for a step.
   *
   * @throws Interrupted where a signal comes first
   * @throws FaultsError where nothing is left that the step could wait for
   */
  wait<Result>(step: Promise<Result>): Promise<Result>;
  /** From now on signals interrupt, where before they end the process at once: there is something to put in order. */
  hearSignals(): void;
  /** Signals end the process again. */
  stop(): void;
}

/** A pending promise alone does not keep a process alive. */
const neverEnds = {
  message: 'the configuration never finishes: it waits for something that cannot happen any more',
  next: 'look for an await on a promise that nothing resolves',
  exitCode: 2,
} as const;

/** Starts to watch for interruptions. */
export function watchInterruption(events: ProcessEvents): Interruption {
  let reason: Error | undefined;
  let rejectStep: ((reason: Error) => void) | undefined;
  const interrupt = (signal: Signal): void => {
    reason ??= new Interrupted(signal);
    rejectStep?.(reason);
  };
  const onInterrupt = (): void => interrupt('SIGINT');
  const onTerminate = (): void => interrupt('SIGTERM');
  const onIdle = (): void => rejectStep?.(new FaultsError([neverEnds]));
  events.on('beforeExit', onIdle);
  return {
    // One listener at a time rather than Promise.race, which would keep every result until the end.
    async wait(step) {
      if (reason !== undefined) throw reason;
      try {
        return await new Promise((resolve, reject) => {
          rejectStep = reject;
          step.then(resolve, reject);
        });
      } finally {
        rejectStep = undefined;
      }
    },
    hearSignals() {
      events.on('SIGINT', onInterrupt);
      events.on('SIGTERM', onTerminate);
    },
    stop() {
      events.off('SIGINT', onInterrupt);
      events.off('SIGTERM', onTerminate);
      events.off('beforeExit', onIdle);
    },
  };
}
