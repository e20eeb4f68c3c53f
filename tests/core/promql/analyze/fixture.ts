import type { Lookup, Series } from '../../../../src/core/promql/analyze/lookup.js';
import type { LabelValues, MetricFamily, ProducerFacts } from '../../../../src/core/model/metric.js';

const open: LabelValues = { kind: 'open', examples: [] };
const oneOf = (...values: readonly string[]): LabelValues => ({ kind: 'finite', values });

const web: ProducerFacts = {
  job: 'web',
  port: 8000,
  path: '/metrics',
  scrapedBy: ['LOCAL'],
  scrapeInterval: '5s',
  alive: () => undefined,
};

type Declared = Pick<MetricFamily, 'name' | 'type'> & Partial<MetricFamily>;

const exported = (family: Declared): MetricFamily => ({
  help: '',
  labels: {},
  owners: ['LOCAL'],
  producers: [web],
  origin: 'exported',
  ...family,
});

/** A small catalog with a family of every kind. */
export const families: readonly MetricFamily[] = [
  exported({
    name: 'decisions_total',
    type: 'counter',
    labels: { decision: oneOf('accept', 'reject', 'no.op'), reason: open },
  }),
  exported({ name: 'requests_total', type: 'counter', unit: 'requests', labels: { route: open } }),
  exported({
    name: 'events_total',
    type: 'counter',
    unit: 'events',
    owners: ['SHADOW'],
    labels: { stage: oneOf('signal', 'error') },
  }),
  exported({ name: 'sent_bytes_total', type: 'counter', unit: 'bytes' }),
  exported({ name: 'busy_seconds_total', type: 'counter', unit: 'seconds' }),
  exported({ name: 'in_flight', type: 'gauge', labels: { route: open } }),
  exported({ name: 'utilization', type: 'gauge', unit: 'ratio', labels: { limit: open } }),
  exported({ name: 'disk_percent', type: 'gauge', unit: 'percent' }),
  exported({ name: 'memory_bytes', type: 'gauge', unit: 'bytes' }),
  exported({ name: 'last_event_timestamp_seconds', type: 'gauge', unit: 'unixSeconds', labels: { source: open } }),
  exported({ name: 'healthy', type: 'gauge', unit: 'bool' }),
  exported({
    name: 'latency_seconds',
    type: 'histogram',
    unit: 'seconds',
    labels: { route: open },
    buckets: [0.1, 0.5],
  }),
  exported({ name: 'latency_ms', type: 'histogram', unit: 'milliseconds', labels: {}, buckets: [100, 500] }),
  exported({ name: 'freshness_minutes', type: 'gauge', unit: 'minutes', labels: {} }),
  {
    name: 'up',
    type: 'gauge',
    help: '',
    unit: 'bool',
    labels: {},
    owners: [],
    origin: 'universal',
  },
  {
    name: 'route:errors:ratio',
    type: 'gauge',
    help: '',
    unit: 'ratio',
    labels: { route: open },
    owners: ['LOCAL'],
    origin: 'recorded',
  },
];

const bySeries = new Map<string, Series>(
  families.flatMap((family): readonly (readonly [string, Series])[] =>
    family.type === 'histogram'
      ? (['bucket', 'sum', 'count'] as const).map((part) => [`${family.name}_${part}`, { family, part }])
      : [[family.name, { family, part: 'value' }]],
  ),
);

/** The lookup of that catalog. */
export const lookup: Lookup = Object.assign((series: string) => bySeries.get(series), { names: [...bySeries.keys()] });

/** What is known where nothing is. */
export const noCatalog: Lookup = Object.assign(() => undefined, { names: [] });
