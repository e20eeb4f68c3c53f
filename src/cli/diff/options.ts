import type { ConnectOptions } from '../live/connect.js';
import type { SignInOptions } from '../live/sign-in.js';
import type { CommonOptions } from '../options/common.js';

/** The options of `diff`. */
export interface DiffOptions extends CommonOptions, ConnectOptions, SignInOptions {
  /** The Grafana whose dashboards stand before. */
  readonly grafana?: string;
  /** Where generated files stand in a commit, relative to the working folder. Default: `generated` beside the configuration. */
  readonly out?: string;
  /** True where a change fails. */
  readonly exitCode?: boolean;
}
