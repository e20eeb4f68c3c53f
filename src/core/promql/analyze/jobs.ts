import type { MetricFamily, ProducerFacts } from '../../model/metric.js';

/** The producers of a family; of one that nobody exports yet, the one that should. */
export function producersOf({ producers, missing }: MetricFamily): readonly ProducerFacts[] {
  return producers ?? (missing === undefined ? [] : [missing.producer]);
}

/** The values of `job` that the series of a family have; none where any producer can have it. */
export function jobsOf(family: MetricFamily): readonly string[] {
  return producersOf(family).map(({ job }) => job);
}
