import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { MetricFamily } from '../../model/metric.js';

/** A family in the client library, by its type. */
export type Collector =
  | { readonly type: 'counter'; readonly metric: Counter }
  | { readonly type: 'gauge'; readonly metric: Gauge }
  | { readonly type: 'histogram'; readonly metric: Histogram };

/** Registers a family of the catalog: its name, help, labels and buckets are the catalog's. */
export function registerFamily(
  { name, type, help, labels, buckets = [] }: MetricFamily,
  registry: Registry,
): Collector {
  const configuration = { name, help, labelNames: Object.keys(labels), registers: [registry] };
  switch (type) {
    case 'counter':
      return { type, metric: new Counter(configuration) };
    case 'gauge':
      return { type, metric: new Gauge(configuration) };
    case 'histogram':
      return { type, metric: new Histogram({ ...configuration, buckets: [...buckets] }) };
  }
}
