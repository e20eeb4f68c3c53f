import type { Runbook } from '../model/metric.js';
import type { Node } from '../promql/node.js';
import type { ValidOwners, OwnerList } from './valid-spec.js';
import { ownedFamilies, type OwnedFamilies } from './owned-families.js';
import type { ProducerOf } from './producer-of.js';
import type { AnyRole } from './role.js';

/** A scrape job: the process that exports metrics, where it is scraped, and when it is alive. */
export interface Producer<Job extends string> extends ProducerOf<Job> {
  /**
   * Declares what it exports for a role, or for several, the default first: `counter`, `gauge` and `histogram` that say
   * only what differs from family to family.
   *
   * @example
   * const { counter, gauge } = web.ownedBy(LOCAL);
   * export const requests = counter('requests_total', { help: 'Requests, by route.', labels: { route: anyValue('/') } });
   * export const queue = gauge('queue_depth', { help: 'Jobs that wait.' });
   */
  readonly ownedBy: <const Owner extends OwnerList>(owner: Owner & ValidOwners<Owner>) => OwnedFamilies<Owner, Job>;
}

/** An expression that says when a producer is alive: anything with a tree. */
export interface Alive {
  readonly type: 'vector';
  readonly node: Node;
}

/** The contract between a producer and the Prometheus that scrapes it. */
export interface ProducerContract {
  /** 1 to 65535. */
  readonly port: number;
  /** Where Prometheus reaches it: default the pack's `targetHost`. */
  readonly host?: string;
  /** Default `/metrics`. */
  readonly path?: string;
  /** The roles whose Prometheus scrapes it. Rebinding a role moves its scrape jobs. */
  readonly scrapedBy: readonly AnyRole[];
  /** A PromQL duration. */
  readonly scrapeInterval: string;
  /**
   * When "nothing happened" may be read as 0: has a sample for each instance that is up and not known to be blind, and
   * none for one that is not. A function, since the metrics it uses name this producer; where it uses them, write its
   * return type: `alive: (): Alive => …`.
   */
  readonly alive: () => Alive;
  /** Why the contract is as it is, for readers. */
  readonly note?: string;
  /** The steps of an operator, a sentence each, where it is `down` and where it is up and says nothing (`silent`). */
  readonly runbook?: Runbook;
  /** The file that it reads, which somebody else must write: the environment variable that has its path. */
  readonly reads?: { readonly env: string };
}

/**
 * Declares a producer.
 *
 * @example
 * export const shadowMvs = producer('shadow_mvs', {
 *   port: 9109,
 *   scrapedBy: [SHADOW],
 *   scrapeInterval: '5s',
 *   alive: () => eq(up.on(SHADOW)({ job: 'shadow_mvs' }), 1),
 * });
 */
export function producer<const Job extends string>(job: Job, contract: ProducerContract): Producer<Job> {
  const declared: Producer<Job> = {
    kind: 'producer',
    job,
    port: contract.port,
    path: contract.path ?? '/metrics',
    scrapedBy: contract.scrapedBy.map((role) => role.name),
    scrapeInterval: contract.scrapeInterval,
    alive: () => contract.alive().node,
    ...(contract.host === undefined ? {} : { host: contract.host }),
    ...(contract.note === undefined ? {} : { note: contract.note }),
    ...(contract.runbook === undefined ? {} : { runbook: contract.runbook }),
    ...(contract.reads === undefined ? {} : { reads: contract.reads }),
    ownedBy: (owner) => ownedFamilies(owner, declared),
  };
  return declared;
}
