import type { LabelSpec } from '../catalog/labels.js';
import type { HistogramMetric, SimpleMetric } from '../catalog/metric-handle.js';
import type { Given } from './updates.js';

/** By how much a series must grow. */
export interface ExpectedDelta {
  /** The series' own name: that of a counter, or a histogram's with `_count`. */
  readonly series: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly by: number;
}

/** A counter must grow by so much. */
export function grows<Name extends string, Owners extends string, Default extends string, Labels extends LabelSpec>(
  metric: SimpleMetric<Name, 'counter', Owners, Default, Labels>,
  labels: Given<Labels, never>,
  by: number,
): ExpectedDelta {
  return { series: metric.family.name, labels, by };
}

/** A histogram must have so many observations more. */
export function observes<
  Name extends string,
  Owners extends string,
  Default extends string,
  Labels extends LabelSpec,
  Bucket extends number,
>(
  metric: HistogramMetric<Name, Owners, Default, Labels, Bucket>,
  labels: Given<Labels, never>,
  by: number,
): ExpectedDelta {
  return { series: `${metric.family.name}_count`, labels, by };
}
