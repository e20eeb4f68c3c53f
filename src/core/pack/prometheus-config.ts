import type { JsonObject } from '../panel/merge.js';
import type { Pack } from './pack.js';
import type { Server } from './servers.js';

/** The folder of a server's files, in the pack's folder. */
export function serverFolder({ datasource }: Server): string {
  return `prometheus/${datasource.uid}`;
}

/**
 * The configuration of one of a pack's servers. Rule files are named one by one, relative to it, so that nothing else in
 * their folder is loaded.
 */
export function prometheusConfig(server: Server, pack: Pack): JsonObject {
  const { producers, interval, datasource } = server;
  const loaded = server.ruleFiles.filter(({ offBecause }) => offBecause === undefined);
  return {
    global: { scrape_interval: interval, evaluation_interval: interval },
    ...(loaded.length === 0 ? {} : { rule_files: loaded.map(({ name }) => `rules/${name}`) }),
    scrape_configs: [
      ...producers.map((producer) => ({
        job_name: producer.job,
        metrics_path: producer.path,
        scrape_interval: producer.scrapeInterval,
        static_configs: [{ targets: [`${producer.host ?? pack.targetHost}:${producer.port}`] }],
      })),
      ...(datasource.scrapesItself
        ? [{ job_name: 'prometheus', static_configs: [{ targets: ['localhost:9090'] }] }]
        : []),
    ],
  };
}
