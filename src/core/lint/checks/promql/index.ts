import type { Check } from '../../check.js';

/** The checks of the group `promql`. */
export const promqlChecks: readonly Check[] = [];
