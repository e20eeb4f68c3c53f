import type { Check } from '../../check.js';

/** The checks of the group `variable`. */
export const variableChecks: readonly Check[] = [];
