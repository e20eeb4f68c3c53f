import type { QueryFacts } from '../dashboard/facts.js';
import type { MetricFamily } from '../model/metric.js';
import { producersOf } from '../promql/analyze/jobs.js';
import type { Pack } from './pack.js';

/** Says which families of a query no server of its role has. */
export type CheckScraped = (query: Pick<QueryFacts, 'role' | 'families'>) => readonly string[];

/**
 * Checks that the server which a query asks scrapes what exports its metrics: a role can be bound to a server of its
 * own, and then it has only what is scraped for it.
 */
export function checkScraped(pack: Pack): CheckScraped {
  const families = new Map<string, MetricFamily>(pack.metrics.map(({ family }) => [family.name, family]));
  return ({ role, families: asked }) => {
    const server = pack.bindings[role]?.uid;
    if (server === undefined) return [];
    return asked.flatMap((name) => {
      const family = families.get(name);
      const producers = family === undefined ? [] : producersOf(family);
      const servers = producers.flatMap(({ scrapedBy }) => scrapedBy.map((scraper) => pack.bindings[scraper]?.uid));
      if (producers.length === 0 || servers.includes(server)) return [];
      const jobs = producers.map(({ job }) => job).join(' and ');
      return [
        `it asks ${name} on "${server}", to which ${role} is bound, but ${jobs} is scraped by ${list(servers)}: it finds nothing there until that server scrapes ${jobs} too`,
      ];
    });
  };
}

function list(servers: readonly (string | undefined)[]): string {
  const known = [...new Set(servers.filter((uid) => uid !== undefined))].map((uid) => `"${uid}"`);
  return known.length === 0 ? 'no server' : known.join(' and ');
}
