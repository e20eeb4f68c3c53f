import type { BuildOptions } from '../options/build.js';
import type { ServerOptions } from '../options/server.js';

/** The options of `verify`. */
export interface VerifyOptions extends BuildOptions, ServerOptions {
  /** False: no server is asked. */
  readonly live: boolean;
  /** A PromQL duration. */
  readonly warmUp: string;
  /** A folder. */
  readonly evidence?: string;
}
