import { Failure } from '../../../src/core/model/failure.js';

/** Runs what must fail, and returns its Failure; anything else that is thrown passes through. */
export async function catchFailure(step: () => unknown): Promise<Failure> {
  try {
    await step();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing failed');
}
