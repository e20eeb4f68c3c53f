import { grow, hold, missing, stay, type Stretch } from './timeline.js';

/** How a count goes, by how much it grows in a second where it does. */
export type Course = (perSecond: number) => readonly [Stretch, ...Stretch[]];

/**
 * How what is counted can go in a test of a rule.
 *
 * @example
 * series(events({ stage: 'error' }), ...courses.restarted(10))
 */
export const courses = {
  /** Steadily, from the start on. */
  steady: (perSecond) => [grow(perSecond)],
  /** There were some once, and there are none now. */
  idle: (perSecond) => [hold(perSecond)],
  /** Steadily for ten minutes, and then none any more. */
  stopped: (perSecond) => [grow(perSecond, { for: '10m' }), stay()],
  /** Steadily, with a restart after ten minutes. */
  restarted: (perSecond) => [grow(perSecond, { for: '10m' }), missing('30s'), grow(perSecond, { from: 0 })],
  /** The first one after ten minutes, and no other; none where nothing would grow. */
  onlyOne: (perSecond) => [missing('10m'), hold(perSecond === 0 ? 0 : 1)],
} as const satisfies Readonly<Record<string, Course>>;
