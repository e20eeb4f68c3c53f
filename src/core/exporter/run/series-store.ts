import type { Metric } from '../../catalog/metric-handle.js';
import type { MetricFamily } from '../../model/metric.js';
import type { Updates } from '../updates.js';
import type { Collector } from './families.js';

type Labels = Readonly<Record<string, string>>;

/** One series: its labels as the client library wants them, and what a gauge has. */
interface Series {
  readonly collector: Collector;
  readonly labels: Record<string, string>;
  value: number;
}

/** The series of a family, by the values of the labels that are not bound. */
interface FamilySeries {
  readonly collector: Collector;
  readonly names: readonly string[];
  readonly byValues: Map<string, Series>;
}

/** Series that share the values of the bound labels, and can be removed together. */
export interface SeriesStore extends Updates {
  remove(): void;
}

/**
 * Makes a store of series.
 *
 * @param bound labels that have their value in every one of them
 * @throws TypeError for a family that the exporter does not export
 */
export function createSeriesStore(collectors: ReadonlyMap<MetricFamily, Collector>, bound: Labels): SeriesStore {
  const families = new Map<MetricFamily, FamilySeries>();

  const seriesOf = (family: MetricFamily, labels: Labels): Series => {
    const known = families.get(family) ?? addFamily(family);
    const { names, byValues } = known;
    let key = labels[names[0] ?? ''] ?? '';
    for (let index = 1; index < names.length; index += 1) key += `\n${labels[names[index] ?? ''] ?? ''}`;
    return byValues.get(key) ?? addSeries(known, key, labels);
  };
  const addFamily = (family: MetricFamily): FamilySeries => {
    const collector = collectors.get(family);
    if (collector === undefined)
      throw new TypeError(`"${family.name}" is not among the exporter's metrics: list it there`);
    const names = Object.keys(family.labels).filter((name) => !Object.hasOwn(bound, name));
    const added = { collector, names, byValues: new Map<string, Series>() };
    families.set(family, added);
    return added;
  };
  const addSeries = ({ collector, names, byValues }: FamilySeries, key: string, labels: Labels): Series => {
    const own = Object.fromEntries(names.map((name) => [name, labels[name] ?? '']));
    const added = { collector, labels: { ...bound, ...own }, value: -Infinity };
    byValues.set(key, added);
    return added;
  };
  const setGauge = (series: Series, value: number): void => {
    if (series.collector.type !== 'gauge') return;
    series.value = value;
    series.collector.metric.set(series.labels, value);
  };

  const updates: Record<keyof Updates, (metric: Metric, labels: Labels, value?: number) => void> = {
    add({ family }, labels, by = 1) {
      const { collector, labels: all } = seriesOf(family, labels);
      if (collector.type === 'counter') collector.metric.inc(all, by);
    },
    set: ({ family }, labels, value = 0) => setGauge(seriesOf(family, labels), value),
    raise({ family }, labels, value = 0) {
      const series = seriesOf(family, labels);
      if (value > series.value) setGauge(series, value);
    },
    observe({ family }, labels, value = 0) {
      const { collector, labels: all } = seriesOf(family, labels);
      if (collector.type === 'histogram') collector.metric.observe(all, value);
    },
  };
  return Object.assign(updates as unknown as Updates, {
    remove() {
      for (const { byValues } of families.values()) {
        for (const { collector, labels } of byValues.values()) collector.metric.remove(labels);
      }
      families.clear();
    },
  });
}
