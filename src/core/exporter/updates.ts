import type { LabelSpec } from '../catalog/labels.js';
import type { HistogramMetric, SimpleMetric } from '../catalog/metric-handle.js';
import type { Problem, Refuse } from '../model/problem.js';

/** The values of one label: its finite set, or any text. */
type ValueOf<Values> = Values extends readonly (infer Value extends string)[] ? Value : string;

/** The labels that an exporter sets itself: `job` and `instance` come from the scrape. */
type OwnLabel<Labels extends LabelSpec> = Exclude<keyof Labels & string, 'job' | 'instance'>;

/** The labels written for a family beyond those that are given already: a value for each label, of its finite set. */
export type Given<Labels extends LabelSpec, Bound extends string> = {
  readonly [Label in Exclude<OwnLabel<Labels>, Bound>]: ValueOf<Labels[Label]>;
};

/** The values that a label of a metric can have, as the catalog declares them. */
export type LabelValue<Handle, Label extends string> = Handle extends
  | SimpleMetric<infer _N, infer _T, infer _O, infer _D, infer Labels>
  | HistogramMetric<infer _N, infer _O, infer _D, infer Labels, infer _B>
  ? Label extends keyof Labels
    ? ValueOf<Labels[Label]>
    : never
  : never;

/** Refuses a metric without a label that is given already. */
type ValidBound<Name extends string, Labels extends LabelSpec, Bound extends string> = Refuse<
  Exclude<Bound, keyof Labels> extends infer Missing extends string
    ? [Missing] extends [never]
      ? never
      : Problem<`"${Name}" has no label "${Missing}", which is set here: update it outside the group`>
    : never
>;

/**
 * Changes series of the catalog's families. The compiler holds each to its type and its labels. `Bound` are the labels
 * that have their value already.
 */
export interface Updates<Bound extends string = never> {
  /** Adds to a counter, by default 1. */
  add<Name extends string, Owners extends string, Default extends string, Labels extends LabelSpec>(
    metric: SimpleMetric<Name, 'counter', Owners, Default, Labels> & ValidBound<Name, Labels, Bound>,
    labels: Given<Labels, Bound>,
    by?: number,
  ): void;
  /** Sets a gauge. */
  set<Name extends string, Owners extends string, Default extends string, Labels extends LabelSpec>(
    metric: SimpleMetric<Name, 'gauge', Owners, Default, Labels> & ValidBound<Name, Labels, Bound>,
    labels: Given<Labels, Bound>,
    value: number,
  ): void;
  /** Sets a gauge where the value is more than it has: a time that goes only forward. */
  raise<Name extends string, Owners extends string, Default extends string, Labels extends LabelSpec>(
    metric: SimpleMetric<Name, 'gauge', Owners, Default, Labels> & ValidBound<Name, Labels, Bound>,
    labels: Given<Labels, Bound>,
    value: number,
  ): void;
  /** Adds an observation to a histogram, in the unit of its buckets. */
  observe<
    Name extends string,
    Owners extends string,
    Default extends string,
    Labels extends LabelSpec,
    Bucket extends number,
  >(
    metric: HistogramMetric<Name, Owners, Default, Labels, Bucket> & ValidBound<Name, Labels, Bound>,
    labels: Given<Labels, Bound>,
    value: number,
  ): void;
}

/** Why a value of an event was left out, though the event counts. */
export type IgnoredBecause = 'future' | 'unreadable';

/** The updates that an exporter makes while it reads events. `Key` are the labels whose combinations are bounded. */
export interface ExporterUpdates<Key extends string> extends Updates {
  /**
   * The series of one combination of the bounded labels; that of the overflow where there are too many.
   *
   * @param time the event's own, in Unix seconds, where it has one
   */
  group(labels: Readonly<Record<Key, string>>, time: number | undefined): Updates<Key>;
  /** The series of a combination that never gives way: the exporter's own. */
  pinnedGroup(labels: Readonly<Record<Key, string>>): Updates<Key>;
  /** Counts a value that was left out. */
  ignored(field: string, because: IgnoredBecause): void;
}
