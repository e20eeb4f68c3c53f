import type { CommonOptions } from '../options/common.js';

/** The options of `prove`. */
export interface ProveOptions extends CommonOptions {
  /** Only this scenario is looked at. */
  readonly scenario?: string;
  /** Shares in per cent that must be shown to have data, as `pack=95`. */
  readonly least: readonly string[];
  /** The folder of `prometheus` and `promtool`; default: those in `PATH`. */
  readonly binaries?: string;
}
