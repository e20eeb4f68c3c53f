import type { CommonOptions } from '../options/common.js';
import type { ServerOptions } from '../options/server.js';

/** The options of `doctor`. */
export interface DoctorOptions extends CommonOptions, ServerOptions {
  /** `JOB=FILE`: what a producer reads. */
  readonly reads: readonly string[];
  /** A PromQL duration. */
  readonly watch: string;
}
