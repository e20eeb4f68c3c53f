import type { MetricUnit } from '../model/metric.js';
import type { ValidBounds, ValidLabels, ValidName, FirstRole, OwnerList, RoleNames } from './valid-spec.js';
import type { LabelSpec } from './labels.js';
import { exportedFamily, histogramMetric, simpleMetric } from './make-metric.js';
import type { HistogramMetric, MetricSource, ScrapeLabels, SimpleMetric } from './metric-handle.js';
import type { ProducerOf } from './producer-of.js';

/** The facts that differ from family to family, where owner and producer are known. */
interface FamilyFacts<Labels extends LabelSpec> {
  /** The thing counted or measured, in one sentence: panels take it as their description. */
  readonly help: string;
  readonly unit?: MetricUnit;
  /** Every label the producer sets; `job` and `instance` come from the scrape. */
  readonly labels?: Labels & ValidLabels<Labels>;
}

/** As `FamilyFacts`: `buckets` are the upper bounds, ascending, without `+Inf`. */
interface HistogramFacts<Labels extends LabelSpec, Bound extends number> extends FamilyFacts<Labels> {
  readonly buckets: readonly Bound[] & ValidBounds<Bound>;
}

/** Everything known of a family that nobody exports yet, for readers. */
interface MissingNote {
  readonly note?: string;
}

/** Declares a counter or gauge. */
type DeclareSimple<Type extends string, Owner extends OwnerList, Job extends string, More> = <
  const Name extends string,
  const Labels extends LabelSpec = {},
>(
  name: Name & ValidName<Name>,
  facts: FamilyFacts<Labels> & More,
) => SimpleMetric<Name, Type, RoleNames<Owner>, FirstRole<Owner>, Labels & ScrapeLabels<Job>>;

/** Declares a classic histogram, by its family name without `_bucket`. */
type DeclareHistogram<Owner extends OwnerList, Job extends string, More> = <
  const Name extends string,
  const Bound extends number,
  const Labels extends LabelSpec = {},
>(
  name: Name & ValidName<Name>,
  facts: HistogramFacts<Labels, Bound> & More,
) => HistogramMetric<Name, RoleNames<Owner>, FirstRole<Owner>, Labels & ScrapeLabels<Job>, Bound>;

/** Declares the families of one producer and owner. */
interface DeclaredFamilies<Owner extends OwnerList, Job extends string, More = unknown> {
  readonly counter: DeclareSimple<'counter', Owner, Job, More>;
  readonly gauge: DeclareSimple<'gauge', Owner, Job, More>;
  readonly histogram: DeclareHistogram<Owner, Job, More>;
}

/** Declares what a producer exports for its owner, and what it should export and does not yet: `missing`. */
export interface OwnedFamilies<Owner extends OwnerList, Job extends string> extends DeclaredFamilies<Owner, Job> {
  readonly missing: DeclaredFamilies<Owner, Job, MissingNote>;
}

/** The declarations of the families that a producer exports for a role, or for several. */
export function ownedFamilies<Owner extends OwnerList, Job extends string>(
  owner: Owner,
  producer: ProducerOf<Job>,
): OwnedFamilies<Owner, Job> {
  const exported = families(owner, () => ({ producer }));
  const missing = families(owner, (note) => ({ missing: { producer, ...note } }));
  return { ...exported, missing } as unknown as OwnedFamilies<Owner, Job>;
}

function families(owner: OwnerList, sourceOf: (note: MissingNote) => MetricSource<string>) {
  const simple = (type: 'counter' | 'gauge') => {
    const declare = (name: string, { note, ...facts }: FamilyFacts<LabelSpec> & MissingNote) =>
      simpleMetric(exportedFamily(name, type, { owner, ...sourceOf(noted(note)), ...facts }, declare));
    return declare;
  };
  const histogram = (name: string, facts: HistogramFacts<LabelSpec, number> & MissingNote) => {
    const { buckets, note, ...rest } = facts;
    const spec = { owner, ...sourceOf(noted(note)), ...rest };
    return histogramMetric({ ...exportedFamily(name, 'histogram', spec, histogram), buckets });
  };
  return { counter: simple('counter'), gauge: simple('gauge'), histogram };
}

function noted(note: string | undefined): MissingNote {
  return note === undefined ? {} : { note };
}
