import { expect } from 'vitest';
import { LiveFailure } from '../../../src/core/live/live-failure.js';

/** The failure that a question ends with. */
export async function catchFailure(asking: Promise<unknown>): Promise<LiveFailure> {
  const failure = await asking.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(LiveFailure);
  return failure as LiveFailure;
}
