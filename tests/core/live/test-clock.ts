import type { Clock } from '../../../src/core/live/clock.js';

/** The time of this machine; waiting takes none. */
export const testClock: Clock = { now: () => Date.now(), wait: async () => undefined };
