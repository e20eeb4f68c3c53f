import type { Check } from '../../check.js';
import { fixedWindow } from './fixed-window.js';
import { unclosed } from './unclosed.js';

/** The checks of the group `logql`: what is certain of a query to Loki without its grammar. */
export const logqlChecks: readonly Check[] = [unclosed, fixedWindow];
