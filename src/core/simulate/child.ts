import type { MetricFamily } from '../model/metric.js';
import type { LabelSet } from './label-sets.js';

/** The observations that a histogram has counted: how many observations in each bucket alone, the one without an end last. */
export interface Observations {
  readonly counts: readonly number[];
  readonly sum: number;
}

/** A label set of a family at a producer, as client libraries have it: one counter, one gauge, or one histogram. */
export interface Child {
  readonly family: MetricFamily;
  readonly job: string;
  readonly labels: LabelSet;
  /** The value at a time, in seconds from the start of the scenario; undefined where it is not exported. */
  valueAt(time: number): number | Observations | undefined;
}

/** The parts of a child. */
export interface ChildFacts {
  readonly family: MetricFamily;
  readonly job: string;
  readonly labels: LabelSet;
  /** When it was first there; -Infinity for what always was. */
  readonly bornAt: number;
}
