import type { Check } from '../../check.js';

/** The checks of the group `dashboard`. */
export const dashboardChecks: readonly Check[] = [];
