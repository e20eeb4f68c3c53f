import type { Check } from '../../check.js';

/** The checks of the group `rule`. */
export const ruleChecks: readonly Check[] = [];
