import type { CommonOptions } from './common.js';
import { option, type OptionsOf } from './option.js';

/** The options of a command that builds. */
export interface BuildOptions extends CommonOptions {
  /** Relative to the working folder; by default `generated` beside the configuration. */
  readonly out?: string;
  readonly typeCheck: boolean;
}

/** The options of `build`. */
export interface WatchedBuildOptions extends BuildOptions {
  /** Builds again after each change. */
  readonly watch?: boolean;
}

/**
 * The options of a command that builds.
 *
 * @param out the meaning of its output folder
 */
export function buildOptions(out: string): OptionsOf<Omit<BuildOptions, keyof CommonOptions>> {
  return {
    out: option('--out <folder>', `${out} (default: generated, beside the configuration)`),
    typeCheck: option('--no-type-check', 'do not check the types; the summary says so'),
  };
}
