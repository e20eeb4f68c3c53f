import type { JsonObject } from '../model/json.js';
import type { Pack } from './pack.js';
import type { Server } from './servers.js';

/** The folder of a server's files, in the pack's folder. */
export function serverFolder({ datasource }: Server): string {
  return `prometheus/${datasource.uid}`;
}

/** Where a configuration stands. */
export interface ServerPlace {
  /** The folder of the rules, relative to the configuration; default `rules`, beside it. */
  readonly rules?: string;
  /** Where the server finds itself; default `localhost:9090`. */
  readonly self?: string;
}

/**
 * The configuration of one of a pack's servers. Rule files are named one by one, relative to it, so that nothing else in
 * their folder is loaded. A server with rules sends its alerts to the pack's Alertmanager, where there is one.
 */
export function prometheusConfig(
  server: Server,
  pack: Pack,
  { rules = 'rules', self = 'localhost:9090' }: ServerPlace = {},
): JsonObject {
  const { producers, interval, datasource } = server;
  const loaded = server.ruleFiles.filter(({ offBecause }) => offBecause === undefined);
  return {
    global: { scrape_interval: interval, evaluation_interval: interval },
    ...(loaded.length === 0 ? {} : { rule_files: loaded.map(({ name }) => `${rules}/${name}`) }),
    ...(loaded.length === 0 ? {} : alertingTo(pack)),
    scrape_configs: [
      ...producers.map((producer) => ({
        job_name: producer.job,
        metrics_path: producer.path,
        scrape_interval: producer.scrapeInterval,
        static_configs: [{ targets: [`${producer.host ?? pack.targetHost}:${producer.port}`] }],
      })),
      ...(datasource.scrapesItself ? [{ job_name: 'prometheus', static_configs: [{ targets: [self] }] }] : []),
    ],
  };
}

function alertingTo({ alertmanager }: Pack): JsonObject {
  if (alertmanager === undefined) return {};
  return { alerting: { alertmanagers: [{ static_configs: [{ targets: [alertmanager.address] }] }] } };
}
