import type { ConnectOptions } from '../live/connect.js';
import type { SignInOptions } from '../live/sign-in.js';

/** What a command is told about live servers. */
export interface ServerOptions extends SignInOptions, ConnectOptions {
  /** `ROLE=http://host:9090`. */
  readonly prometheus: readonly string[];
  readonly grafana?: string;
}

/** What `verify` is told. */
export interface VerifyOptions extends ServerOptions {
  readonly config?: string;
  readonly pack: readonly string[];
  readonly out?: string;
  readonly typeCheck: boolean;
  /** False: no server is asked. */
  readonly live: boolean;
  /** A PromQL duration. */
  readonly warmUp: string;
  /** A folder. */
  readonly evidence?: string;
  readonly format: string;
  readonly quiet?: boolean;
}
