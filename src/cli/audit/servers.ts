import { grafanaAt, type Grafana } from '../../core/live/grafana/grafana.js';
import { prometheusAt } from '../../core/live/prometheus/prometheus.js';
import { Failure } from '../../core/model/failure.js';
import type { Pack } from '../../core/pack/pack.js';
import { serversOf } from '../../core/pack/servers.js';
import { durationSeconds } from '../../core/promql/duration.js';
import { nearest } from '../../core/text/nearest.js';
import { readInterval } from '../../core/inspect/interpolate/step.js';
import type { QueryDatasource } from '../../core/inspect/ask/server.js';
import type { Host } from '../host.js';
import { createConnect } from '../live/connect.js';
import { readServerAddress, type ServerAddress } from '../live/server-address.js';
import { grafanaName, readCredentials } from '../live/sign-in.js';
import { isForeign, type AuditOptions } from './options.js';

/** The servers to ask. */
export interface AskedServers {
  readonly datasources: readonly QueryDatasource[];
  readonly grafana: Grafana | undefined;
}

/** In seconds: what Grafana takes where a datasource says nothing. */
const usualInterval = 15;

/**
 * Finds the servers that options name. Grafana is asked for its datasources; nothing else is asked yet.
 *
 * @throws Failure for wrong options; LiveFailure where Grafana cannot be asked
 */
export async function findServers(
  options: AuditOptions,
  packs: readonly Pack[],
  host: Pick<Host, 'env' | 'cwd'>,
): Promise<AskedServers> {
  const addresses = options.prometheus.map((text) => readServerAddress(text, '--prometheus'));
  const own = options.grafana === undefined ? undefined : readServerAddress(options.grafana, '--grafana');
  assertDistinct(addresses);
  if (addresses.length === 0 && own === undefined) {
    throw new Failure('no server is given to ask', {
      next: 'give --prometheus ROLE=http://host:9090, or --grafana http://host:3000',
    });
  }
  const connect = createConnect(options, host);
  const names = [...addresses.map(({ name = '' }) => name), ...(own === undefined ? [] : [grafanaName])];
  const credentials = readCredentials(options, names, host);
  const known = { count: addresses.length, packs, hasNamesOfItsOwn: isForeign(options) };
  const direct = addresses.map((address): QueryDatasource => ({
    ...describe(address, known),
    prometheus: prometheusAt(connect(address.url, credentials(address.name ?? ''))),
  }));
  const grafana = own === undefined ? undefined : grafanaAt(connect(own.url, credentials(grafanaName)));
  const behind = grafana === undefined ? [] : await datasourcesOf(grafana, packs);
  const named = new Set(direct.flatMap((each) => each.names));
  return { datasources: [...direct, ...behind.filter((each) => !each.names.some((name) => named.has(name)))], grafana };
}

/** Everything known when the servers are named. */
interface Known {
  /** How many servers are named. */
  readonly count: number;
  readonly packs: readonly Pack[];
  /** True where what is audited may name datasources that no pack has. */
  readonly hasNamesOfItsOwn: boolean;
}

function describe(
  { name, url }: ServerAddress,
  { count, packs, hasNamesOfItsOwn }: Known,
): Omit<QueryDatasource, 'prometheus'> {
  if (name === undefined) {
    const roles = packs.flatMap((pack) => pack.roles.map((role) => role.name));
    const facts = { names: [], roles, isDefault: true, isOnly: true };
    return { title: url, ...facts, scrapeInterval: longestInterval(packs) };
  }
  const bound = packs.flatMap((pack) =>
    serversOf(pack).filter(({ datasource, roles }) => datasource.uid === name || roles.includes(name)),
  );
  if (bound.length === 0 && packs.length > 0 && !hasNamesOfItsOwn) throw unknownName(name, packs);
  const uids = [...new Set(bound.map(({ datasource }) => datasource.uid))];
  const intervals = bound.map(({ interval }) => durationSeconds(interval) ?? usualInterval);
  return {
    title: uids.length === 0 || uids.includes(name) ? name : `${name} (${uids.join(', ')})`,
    names: [...uids, name],
    roles: [...new Set(bound.flatMap(({ roles }) => roles))],
    isDefault: count === 1 || bound.some(({ datasource }) => datasource.isDefault),
    isOnly: false,
    scrapeInterval: intervals.length === 0 ? usualInterval : Math.max(...intervals),
  };
}

function longestInterval(packs: readonly Pack[]): number {
  const all = packs.flatMap((pack) =>
    serversOf(pack).map(({ interval }) => durationSeconds(interval) ?? usualInterval),
  );
  return all.length === 0 ? usualInterval : Math.max(...all);
}

function unknownName(name: string, packs: readonly Pack[]): Failure {
  const known = packs.flatMap((pack) => serversOf(pack).flatMap(({ roles, datasource }) => [...roles, datasource.uid]));
  const meant = nearest(name, known);
  return new Failure(
    `no role and no datasource of the packs is called ${name}${meant === undefined ? '' : `: did you mean ${meant}?`}`,
    { next: `use --prometheus with ${[...new Set(known)].join(', ')}` },
  );
}

function assertDistinct(addresses: readonly ServerAddress[]): void {
  const names = addresses.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined && names.filter((name) => name === undefined).length < 2) return;
  throw new Failure(`two servers are given for ${twice ?? 'everything'}`, {
    next: 'give each role one server: --prometheus ROLE=http://host:9090',
  });
}

/** The Prometheus servers that a Grafana knows, asked through it. */
async function datasourcesOf(grafana: Grafana, packs: readonly Pack[]): Promise<readonly QueryDatasource[]> {
  const all = (await grafana.datasources()).filter(({ type }) => type.includes('prometheus'));
  return all.map(({ uid, name, isDefault, jsonData: { timeInterval = '' } }) => ({
    title: uid === name ? uid : `${name} (${uid})`,
    names: [uid, name],
    roles: packs.flatMap((pack) =>
      serversOf(pack).flatMap(({ datasource, roles }) => (datasource.uid === uid ? roles : [])),
    ),
    isDefault,
    isOnly: false,
    scrapeInterval: readInterval(timeInterval) ?? usualInterval,
    prometheus: grafana.prometheus(uid),
  }));
}
