import type { CommonOptions } from '../options/common.js';

/** The options of `explain`. */
export interface ExplainOptions extends CommonOptions {
  /** Only what stands in, or is used by, the dashboard with this uid. */
  readonly dashboard?: string;
}
