import type { Position } from './position.js';

/** The type that a producer exports a family as. */
export type MetricType = 'counter' | 'gauge' | 'histogram';

/** The values a label can have: a finite set, or any value, with examples that simulations and docs use. */
export type LabelValues =
  | { readonly kind: 'finite'; readonly values: readonly string[] }
  | { readonly kind: 'open'; readonly examples: readonly string[] };

/** The unit of a family's samples. `unixSeconds` is a point in time, `ratio` is 0 to 1, `bool` is 0 or 1. */
export type MetricUnit =
  | 'seconds'
  | 'milliseconds'
  | 'minutes'
  | 'unixSeconds'
  | 'bytes'
  | 'ratio'
  | 'percent'
  | 'bool'
  | 'requests'
  | 'events';

/** The steps of an operator about a producer, a sentence each. */
export interface Runbook {
  /** Nothing answers at its port, or its target is down. */
  readonly down: string;
  /** It is up, and the series that make it useful are missing. */
  readonly silent: string;
}

/** A scrape job: the process that exports metrics, and where it is scraped. */
export interface ProducerFacts {
  /** The `job` label of everything it exports. */
  readonly job: string;
  /** The port it listens on. */
  readonly port: number;
  /** The host it runs on, where it is not the pack's `targetHost`. */
  readonly host?: string;
  /** The path that is scraped. */
  readonly path: string;
  /** The roles whose Prometheus scrapes it. */
  readonly scrapedBy: readonly string[];
  /** A PromQL duration: `5s`. */
  readonly scrapeInterval: string;
  /** The tree of the expression that has a sample per instance that is up and not known to be blind. */
  readonly alive: () => unknown;
  /** Why the contract is as it is, for readers. */
  readonly note?: string;
  readonly runbook?: Runbook;
  /** The file that it reads: the environment variable that has its path. */
  readonly reads?: { readonly env: string };
}

/** A family that nobody exports yet: it is declared, so that what needs it can be built and named. */
export interface MissingFacts {
  /** Who should export it. */
  readonly producer: ProducerFacts;
  /** Everything known of it, for readers. */
  readonly note?: string;
}

/** A metric family as the catalog declares it. */
export interface MetricFamily {
  readonly name: string;
  readonly type: MetricType;
  readonly help: string;
  readonly unit?: MetricUnit;
  /** Every label the producer sets, without `job` and `instance`, which the scrape adds. */
  readonly labels: Readonly<Record<string, LabelValues>>;
  /** The upper bounds of a histogram's buckets, ascending, without `+Inf`. */
  readonly buckets?: readonly number[];
  /** The roles that own it, the default first. Empty for a universal family, which every Prometheus has. */
  readonly owners: readonly string[];
  /** Who exports it. Absent for universal families, for series that rules record, and for what is missing. */
  readonly producers?: readonly ProducerFacts[];
  /** Set where nobody exports it yet: who should. */
  readonly missing?: MissingFacts;
  /** `exported` by a producer, on every Prometheus (`universal`), or `recorded` by a rule. */
  readonly origin: 'exported' | 'universal' | 'recorded';
  readonly position?: Position;
  /** Its series may carry labels besides: it was read from what a server says, and a scrape adds more. */
  readonly openLabels?: true;
  /** Nobody knows whether it is a counter: it was read from a page that does not say it. */
  readonly untyped?: true;
}
