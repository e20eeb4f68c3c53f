import { secretsIn, type Credentials } from '../../core/live/credentials.js';
import { Failure } from '../../core/model/failure.js';
import type { Pack } from '../../core/pack/pack.js';
import { serversOf, type Server } from '../../core/pack/servers.js';
import { nearest } from '../../core/text/nearest.js';
import type { Stack } from '../../core/stack/stack.js';
import { isHere } from '../../core/inspect/doctor/diagnose-ports.js';
import type { LiveGrafana, LiveServer } from '../../core/inspect/gates/live/live-server.js';
import type { Host } from '../host.js';
import { createConnect } from '../live/connect.js';
import { readServerAddress, type ServerAddress } from '../live/server-address.js';
import { grafanaName, readCredentials } from '../live/sign-in.js';
import type { ServerOptions } from '../options/server.js';

/** The servers of packs: where they were said to be, else where the packs say that they are. */
export interface PackServers {
  readonly prometheus: readonly LiveServer[];
  readonly grafana: LiveGrafana;
}

/**
 * Finds the way to every server of packs. Nothing is asked yet.
 *
 * @throws Failure for options that are wrong
 */
export function findPackServers(
  options: ServerOptions,
  packs: readonly Pack[],
  host: Pick<Host, 'env' | 'cwd'>,
): PackServers {
  const servers = packs.flatMap((pack) => serversOf(pack).map((server) => ({ server, pack })));
  const names = servers.flatMap(({ server }) => [...server.roles, server.datasource.uid]);
  const addresses = options.prometheus.map((text) => readAddress(text, names));
  const connect = createConnect(options, host);
  const credentials = readCredentials(options, [...new Set(names), grafanaName], host);
  const grafana = options.grafana === undefined ? undefined : readServerAddress(options.grafana, '--grafana').url;
  const own = credentials(grafanaName);
  return {
    prometheus: servers.map(({ server, pack }): LiveServer => {
      const known = [server.datasource.uid, ...server.roles];
      const explicit = addresses.find(({ name }) => name !== undefined && known.includes(name))?.url;
      const signIn = known.map(credentials).find(hasSomething) ?? {};
      return {
        server,
        pack: pack.name,
        title: `${server.roles.join(', ') || 'nobody'} (${server.datasource.uid})`,
        isExplicit: explicit !== undefined,
        transport: connect(explicit ?? usualAddress(server, pack.stacks), signIn),
      };
    }),
    grafana: {
      transport: connect(grafana ?? `http://127.0.0.1:${grafanaPort(packs)}`, own),
      isExplicit: grafana !== undefined,
      hasCredentials: hasSomething(own),
    },
  };
}

/** The port at which the stacks of packs publish Grafana. */
function grafanaPort(packs: readonly Pack[]): number {
  const ports = packs.flatMap(({ stacks }) =>
    stacks.flatMap(({ grafana }) => (grafana === undefined ? [] : [grafana])),
  );
  return ports[0]?.port ?? 3000;
}

/** Where a server is, unless somebody says otherwise: what only containers reach, at the port that a stack publishes. */
function usualAddress({ datasource: { uid, url } }: Server, stacks: readonly Stack[]): string {
  const reached = fromThisMachine(url);
  if (reached !== url || isHere(url)) return reached;
  const port = stacks.map(({ servers }) => servers[uid]?.port).find((each) => each !== undefined);
  return port === undefined ? url : `http://127.0.0.1:${port}`;
}

/** An address that containers use, as this machine reaches it. */
export function fromThisMachine(url: string): string {
  return url.replace('//host.docker.internal', '//127.0.0.1');
}

function readAddress(text: string, names: readonly string[]): ServerAddress {
  const address = readServerAddress(text, '--prometheus');
  const { name } = address;
  const known = [...new Set(names)];
  if (name !== undefined && known.includes(name)) return address;
  const meant = name === undefined ? undefined : nearest(name, known);
  const what =
    name === undefined ? `--prometheus ${address.url} says for no role` : `no role of the packs is called ${name}`;
  throw new Failure(`${what}${meant === undefined ? '' : `: did you mean ${meant}?`}`, {
    next: `write --prometheus ROLE=URL with ${known.join(', ')}`,
  });
}

function hasSomething(credentials: Credentials): boolean {
  return (
    credentials.authentication !== undefined || secretsIn(credentials).length > 0 || credentials.orgId !== undefined
  );
}
