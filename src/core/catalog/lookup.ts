import type { MetricFamily } from '../model/metric.js';
import type { Lookup, Series } from '../promql/analyze/lookup.js';

const histogramParts = ['bucket', 'sum', 'count'] as const;

/** Makes the lookup of a list of families: each by the names of its series. */
export function catalogLookup(families: readonly MetricFamily[]): Lookup {
  const bySeries = new Map<string, Series>();
  for (const family of families) {
    if (family.type !== 'histogram') bySeries.set(family.name, { family, part: 'value' });
    else for (const part of histogramParts) bySeries.set(`${family.name}_${part}`, { family, part });
  }
  return Object.assign((series: string) => bySeries.get(series), { names: [...bySeries.keys()] });
}
