import type { CommonOptions } from '../options/common.js';

/** What `explain` is told. */
export interface ExplainOptions extends CommonOptions {
  /** Only what stands in, or is used by, the dashboard with this uid. */
  readonly dashboard?: string;
}
