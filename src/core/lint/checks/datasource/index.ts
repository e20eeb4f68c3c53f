import type { Check } from '../../check.js';

/** The checks of the group `datasource`. */
export const datasourceChecks: readonly Check[] = [];
