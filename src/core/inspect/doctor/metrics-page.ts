import { readExposition } from '../../exposition/read-exposition.js';
import type { MetricFamily } from '../../model/metric.js';

/** The contents of a page of metrics. */
export interface MetricsPage {
  /** True where it is one at all. */
  readonly isPage: boolean;
  /** The names of the series that have samples. */
  readonly series: ReadonlySet<string>;
}

/** Reads a page in the text format of Prometheus or OpenMetrics. */
export function readPage(text: string): MetricsPage {
  const lines = readExposition(text);
  return {
    isPage: lines.length > 0,
    series: new Set(lines.flatMap((line) => (line.kind === 'sample' ? [line.name] : []))),
  };
}

/** The name of a series that a family has whenever it has any. */
export function seriesOfFamily({ name, type }: MetricFamily): string {
  return type === 'histogram' ? `${name}_count` : name;
}

/** The names of those of a job's families that nobody else exports. */
export function familiesOf(job: string, families: readonly MetricFamily[]): readonly string[] {
  return families
    .filter(({ producers = [] }) => producers.length > 0 && producers.every((producer) => producer.job === job))
    .map(seriesOfFamily);
}
