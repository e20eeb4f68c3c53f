import type { MetricFamily } from '../model/metric.js';

/** Which of a family's series a name is. */
export type SeriesPart = 'value' | 'bucket' | 'sum' | 'count';

/** A family found by the name of one of its series. */
export interface SeriesInCatalog {
  readonly family: MetricFamily;
  readonly part: SeriesPart;
}

/** Finds families by the names of their series. */
export interface CatalogLookup {
  (series: string): SeriesInCatalog | undefined;
  /** Every series name there is, for suggestions. */
  readonly names: readonly string[];
}

const histogramParts = ['bucket', 'sum', 'count'] as const;

/** Makes the lookup of a list of families. */
export function catalogLookup(families: readonly MetricFamily[]): CatalogLookup {
  const bySeries = new Map<string, SeriesInCatalog>();
  for (const family of families) {
    if (family.type !== 'histogram') bySeries.set(family.name, { family, part: 'value' });
    else for (const part of histogramParts) bySeries.set(`${family.name}_${part}`, { family, part });
  }
  return Object.assign((series: string) => bySeries.get(series), { names: [...bySeries.keys()] });
}
