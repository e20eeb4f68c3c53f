import { Failure } from '../core/model/failure.js';
import { faultOf, FaultsError, type Fault } from './fault.js';
import { Interrupted, type Signal } from './interruption.js';

/** The outcome of a step that may fail for a reason that people understand. */
export interface Attempt<Result> {
  readonly result: Result | undefined;
  readonly faults: readonly Fault[];
  readonly signal: Signal | undefined;
}

/** Takes a step. Failures and interruptions become data; every other error is a bug, and thrown on. */
export async function attempt<Result>(step: () => Promise<Result>): Promise<Attempt<Result>> {
  try {
    return { result: await step(), faults: [], signal: undefined };
  } catch (error) {
    if (error instanceof Interrupted) return { result: undefined, faults: [], signal: error.signal };
    return { result: undefined, faults: faultsOf(error), signal: undefined };
  }
}

/** The faults that a failure tells of; any other error is thrown on. */
export function faultsOf(error: unknown): readonly Fault[] {
  if (error instanceof FaultsError) return error.faults;
  if (error instanceof Failure) return [faultOf(error)];
  throw error;
}
