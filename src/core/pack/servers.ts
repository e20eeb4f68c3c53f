import type { Datasource, PrometheusDatasource } from '../catalog/datasource.js';
import type { AnyProducer } from '../catalog/producer-of.js';
import { durationSeconds } from '../promql/duration.js';
import type { RuleFile } from '../rule/rule-file.js';
import type { Pack } from './pack.js';

/** Grafana's own default where a datasource says nothing: `$__rate_interval` is then at least a minute. */
const defaultInterval = '15s';

/** A Prometheus server of a pack, as its roles are bound: what it scrapes, and the rules it evaluates. */
export interface Server {
  readonly datasource: PrometheusDatasource;
  /** The roles that are bound to it. */
  readonly roles: readonly string[];
  readonly producers: readonly AnyProducer[];
  /** Every rule file for it; those that are off are among them. */
  readonly ruleFiles: readonly RuleFile[];
  /** The longest interval at which it scrapes a producer, so that a window of four holds for them all; 15s without one. */
  readonly interval: string;
}

/** The Prometheus servers of a pack, in the order of its datasources. */
export function serversOf(pack: Pack): readonly Server[] {
  return pack.datasources.filter(isPrometheus).map((datasource) => {
    const roles = Object.entries(pack.bindings).flatMap(([role, bound]) =>
      bound.uid === datasource.uid ? [role] : [],
    );
    const producers = pack.producers.filter(({ scrapedBy }) => scrapedBy.some((role) => roles.includes(role)));
    return {
      datasource,
      roles,
      producers,
      ruleFiles: pack.rules.filter(({ role }) => roles.includes(role)),
      interval: longest(producers),
    };
  });
}

function isPrometheus(datasource: Datasource): datasource is PrometheusDatasource {
  return datasource.type === 'prometheus';
}

function longest(producers: readonly AnyProducer[]): string {
  const intervals = producers.map(({ scrapeInterval }) => scrapeInterval);
  return intervals.toSorted((a, b) => (durationSeconds(b) ?? 0) - (durationSeconds(a) ?? 0))[0] ?? defaultInterval;
}
