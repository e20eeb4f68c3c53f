import type { ConnectOptions } from '../live/connect.js';
import type { SignInOptions } from '../live/sign-in.js';
import { option, several, type OptionsOf } from './option.js';

/** The options of a command about live servers. */
export interface ServerOptions extends SignInOptions, ConnectOptions {
  /** `ROLE=http://host:9090`. */
  readonly prometheus: readonly string[];
  readonly grafana?: string;
}

/**
 * The options that say how servers are asked, and how to sign in. An answer may take as long as Grafana itself waits for a
 * datasource: what a panel still shows is not called unreachable.
 */
export const askingOptions: OptionsOf<ConnectOptions & SignInOptions> = {
  timeout: option('--timeout <duration>', 'how long one answer may take').default('30s'),
  concurrency: option('--concurrency <number>', 'how many questions one server gets at a time').default('4'),
  bearer: several(
    '--bearer <place>',
    'where a bearer token is: env:NAME or file:PATH; of several servers, ROLE=env:NAME or grafana=env:NAME',
  ),
  basic: several('--basic <place>', 'where user:password is, said as for --bearer'),
  header: several(
    '--header <place>',
    'a header and where its value is: X-Api-Key:env:NAME; of several servers, ROLE=X-Api-Key:env:NAME',
  ),
  orgId: several('--org-id <tenant>', 'the tenant, sent as X-Scope-OrgID; of several servers, ROLE=tenant'),
};

/** The servers of packs: where somebody says that they are, else where the packs do. */
export const packServerOptions: OptionsOf<ServerOptions> = {
  prometheus: several('--prometheus <role=url>', 'the server of a role', 'where its datasource is'),
  grafana: option('--grafana <url>', 'the Grafana (default: http://127.0.0.1:3000, or the port of a stack)'),
  ...askingOptions,
};
