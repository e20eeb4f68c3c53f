import type { ProducerFacts } from '../model/metric.js';

/** A producer, as the families that it exports know it: by its job, which the compiler knows. */
export interface ProducerOf<Job extends string> extends ProducerFacts {
  readonly kind: 'producer';
  readonly job: Job;
}

/** Any producer. */
export type AnyProducer = ProducerOf<string>;
