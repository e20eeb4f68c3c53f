import type { CommonOptions } from '../options/common.js';

/** The options of `dev`. */
export interface DevOptions extends CommonOptions {
  readonly port: number;
  readonly binaries?: string;
}
