import type { ServerOptions } from '../verify/options.js';

/** What `doctor` is told. */
export interface DoctorOptions extends ServerOptions {
  readonly config?: string;
  readonly pack: readonly string[];
  /** `JOB=FILE`: what a producer reads. */
  readonly reads: readonly string[];
  /** A PromQL duration. */
  readonly watch: string;
  readonly format: string;
  readonly quiet?: boolean;
}
