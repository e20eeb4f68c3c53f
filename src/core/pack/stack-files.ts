import stringify from 'fast-json-stable-stringify';
import type { JsonObject } from '../model/json.js';
import { alertmanagerPort } from '../stack/alertmanager-services.js';
import { prometheusPort } from '../stack/prometheus-service.js';
import { serverService, type Stack } from '../stack/stack.js';
import type { ServerFacts, StackFacts } from '../stack/stack-facts.js';
import { mapDatasources } from './in-environment.js';
import type { Pack } from './pack.js';
import { prometheusConfig, serverFolder, type ServerPlace } from './prometheus-config.js';
import { datasourceProvisioning } from './provisioning.js';
import { serversOf } from './servers.js';

/** The files that a stack has of its own: files that replace the pack's, and where its containers find everything. */
export interface StackFiles {
  readonly facts: StackFacts;
  /** Path in the pack's folder → content. */
  readonly files: ReadonlyMap<string, JsonObject>;
}

/**
 * The configuration of a pack in a stack. Only what is different there is written again: where Grafana and Prometheus
 * reach what runs in containers.
 */
export function stackFiles(pack: Pack, stack: Stack): StackFiles {
  const files = new Map<string, JsonObject>();
  const there = inStack(pack, stack);
  const folder = `compose/${stack.name}`;
  const common = `grafana/provisioning/datasources/${pack.name}.yaml`;
  const datasources = `${folder}/grafana/datasources.yaml`;
  const provisioning = datasourceProvisioning(there);
  const isSame = isEqual(provisioning, datasourceProvisioning(pack));
  if (!isSame) files.set(datasources, provisioning);
  const before = serversOf(pack);
  const servers = serversOf(there).map((server, index): ServerFacts => {
    const { uid } = server.datasource;
    const home = serverFolder(server);
    const original = before[index];
    if (stack.servers[uid] === undefined || original === undefined) return { uid, config: home, rules: undefined };
    const place = { rules: 'rules' } satisfies ServerPlace;
    if (isEqual(prometheusConfig(server, there, place), prometheusConfig(original, pack, place)))
      return { uid, config: home, rules: undefined };
    const config = `${folder}/${home}`;
    const up = '../'.repeat(config.split('/').length);
    files.set(`${config}/prometheus.yml`, prometheusConfig(server, there, { rules: `${up}${home}/rules` }));
    const isLoaded = server.ruleFiles.some(({ offBecause }) => offBecause === undefined);
    return { uid, config, rules: isLoaded ? `${home}/rules` : undefined };
  });
  const { home } = pack;
  return {
    files,
    facts: {
      pack: pack.name,
      dashboardsPath: pack.dashboardsPath,
      home: home === undefined ? undefined : `grafana/dashboards/${home.folder}/${home.uid}.json`,
      datasources: isSame ? common : datasources,
      passwords: pack.datasources.flatMap((each) => (each.type === 'prometheus' ? [] : [each.passwordFrom])),
      servers,
      alertmanager: pack.alertmanager,
    },
  };
}

/**
 * The same in the network of a Linux host, where each server listens at a port of its own: one that scrapes itself finds
 * itself there.
 */
export function linuxHostFiles(pack: Pack, stack: Stack, { facts, files }: StackFiles): StackFiles {
  const own = new Map(files);
  const there = inStack(pack, stack);
  const servers = facts.servers.map((each, index): ServerFacts => {
    const server = serversOf(there)[index];
    const container = stack.servers[each.uid];
    if (server === undefined || container === undefined || !server.datasource.scrapesItself) return each;
    const home = serverFolder(server);
    const config = `compose/${stack.name}/linux-host/${home}`;
    const place = {
      rules: `${'../'.repeat(config.split('/').length)}${home}/rules`,
      self: `localhost:${container.port}`,
    };
    own.set(`${config}/prometheus.yml`, prometheusConfig(server, there, place));
    const isLoaded = server.ruleFiles.some(({ offBecause }) => offBecause === undefined);
    return { uid: each.uid, config, rules: isLoaded ? `${home}/rules` : undefined };
  });
  return { facts: { ...facts, servers }, files: own };
}

/** The pack as its servers and Grafana see it from inside the stack. */
function inStack(pack: Pack, stack: Stack): Pack {
  if (stack.reach === 'host') {
    return {
      ...pack,
      alertmanager: moved(pack, `host.docker.internal:${stack.alertmanager?.port ?? alertmanagerPort}`),
    };
  }
  const { producers: host } = stack;
  const rebound = mapDatasources(pack, (datasource) => {
    const container = stack.servers[datasource.uid];
    if (container === undefined || datasource.type !== 'prometheus') return datasource;
    return { ...datasource, url: `http://${serverService(datasource.uid, container)}:${prometheusPort}` };
  });
  return {
    ...rebound,
    ...(host === undefined ? {} : { producers: pack.producers.map((producer) => ({ ...producer, host })) }),
    alertmanager:
      stack.alertmanager === undefined ? pack.alertmanager : moved(pack, `alertmanager:${alertmanagerPort}`),
  };
}

function moved({ alertmanager }: Pack, address: string): Pack['alertmanager'] {
  return alertmanager === undefined ? undefined : { ...alertmanager, address };
}

function isEqual(a: JsonObject, b: JsonObject): boolean {
  return stringify(a) === stringify(b);
}
