/** The meaning of a value: the text shown for it and its colour. */
export interface State {
  readonly text: string;
  readonly color: string;
}

/** The meanings of values, by value: `{ 0: { text: 'DOWN', color: 'red' }, 1: { text: 'UP', color: 'green' } }`. */
export type States = Readonly<Record<number, State>>;

/** 0 is DOWN, 1 is UP. */
export const UP_DOWN: States = { 0: { text: 'DOWN', color: 'red' }, 1: { text: 'UP', color: 'green' } };

/** 0 is MISSING, 1 is PRESENT. */
export const PRESENT_MISSING: States = { 0: { text: 'MISSING', color: 'red' }, 1: { text: 'PRESENT', color: 'green' } };

/** 0 is INACTIVE, 1 is ACTIVE. */
export const ACTIVE_INACTIVE: States = { 0: { text: 'INACTIVE', color: 'red' }, 1: { text: 'ACTIVE', color: 'green' } };

/** Thresholds: the colour below the first step, and each step's colour from its value up. */
export interface Thresholds {
  readonly base: string;
  /** Ascending `[from, colour]`. */
  readonly steps: readonly (readonly [from: number, color: string])[];
  /** `percentage`: of the range from min to max. Default `absolute`. */
  readonly mode?: 'absolute' | 'percentage';
}

/**
 * Thresholds by colour.
 *
 * @example
 * thresholds('green', [60, 'yellow'], [120, 'red'])
 */
export function thresholds(base: string, ...steps: readonly (readonly [from: number, color: string])[]): Thresholds {
  return { base, steps };
}
