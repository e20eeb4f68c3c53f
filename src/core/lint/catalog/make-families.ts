import type { LabelValues, MetricFamily, MetricType } from '../../model/metric.js';

/** A family as a server describes it. */
export interface DescribedFamily {
  readonly name: string;
  /** Prometheus' or OpenMetrics' word. */
  readonly type: string;
  readonly help: string;
  readonly labels: ReadonlyMap<string, readonly string[]>;
  readonly buckets: readonly number[];
}

/** Makes families of a catalog: a summary is three, and a counter of OpenMetrics ends in `_total`. */
export function makeFamilies(described: readonly DescribedFamily[]): readonly MetricFamily[] {
  return described.flatMap((each): readonly MetricFamily[] => {
    switch (each.type) {
      case 'counter':
        return counterNames(each.name, described).map((name) => family(name, 'counter', each));
      case 'histogram':
        return [{ ...family(each.name, 'histogram', each), buckets: each.buckets }];
      case 'summary':
        return [
          family(each.name, 'gauge', { ...each, labels: new Map([...each.labels, ['quantile', []]]) }),
          family(`${each.name}_sum`, 'counter', each),
          family(`${each.name}_count`, 'counter', each),
        ];
      case 'gauge':
      case 'gaugehistogram':
      case 'stateset':
        return [family(each.name, 'gauge', each)];
      case 'info':
        return [family(each.name, 'gauge', each), family(`${each.name}_info`, 'gauge', each)];
      default:
        return [
          {
            ...family(each.name, /_(?:total|count|sum|bucket)$/.test(each.name) ? 'counter' : 'gauge', each),
            untyped: true,
          },
        ];
    }
  });
}

/** OpenMetrics describes `x` and exports `x_total`; the text format of Prometheus has one name. */
function counterNames(name: string, described: readonly DescribedFamily[]): readonly string[] {
  const total = `${name}_total`;
  return name.endsWith('_total') || described.some((each) => each.name === total) ? [name] : [name, total];
}

function family(name: string, type: MetricType, { help, labels }: DescribedFamily): MetricFamily {
  return {
    name,
    type,
    help,
    labels: Object.fromEntries([...labels].map(([label, examples]) => [label, open(examples)])),
    owners: [],
    origin: 'exported',
    openLabels: true,
  };
}

function open(examples: readonly string[]): LabelValues {
  return { kind: 'open', examples };
}
