import type { Check } from '../../check.js';

/** The checks of the group `panel`. */
export const panelChecks: readonly Check[] = [];
