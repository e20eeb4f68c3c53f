import type { MetricFamily, MetricUnit } from '../model/metric.js';
import type { Problem } from '../model/problem.js';
import type { NoExpression, Samples, Vector } from '../promql/expression.js';
import type { ValidOwner, OwnerList } from './valid-spec.js';
import type { BoundLabel, LabelSpec, OpenLabel } from './labels.js';
import type { ValidMatchers, MatcherInputs, MatcherVariables } from './matchers.js';
import type { ProducerOf } from './producer-of.js';
import type { ValidRole, Role } from './role.js';

/** The labels that the scrape adds. */
export type ScrapeLabels<Job extends string> = { readonly job: readonly [Job]; readonly instance: OpenLabel };

/** A selector of one series name: call it with matchers, and it is an instant vector. */
export interface Series<
  Name extends string,
  Type extends string,
  Asked extends string,
  Labels extends LabelSpec,
> extends NoExpression<`"${Name}" is a metric, and metrics are called: add () or ({ label: … })`> {
  <const Inputs extends MatcherInputs = {}>(
    matchers?: Inputs & ValidMatchers<Name, Labels, Inputs>,
  ): Vector<Asked, keyof Labels & string, MatcherVariables<Inputs>, Samples<Type, Name>>;
}

/** The parts of every handle of a family. */
export interface Metric {
  readonly family: MetricFamily;
}

/** A counter or gauge. Call it with matchers; `.on(role)` asks another of its owners than the first. */
export interface SimpleMetric<
  Name extends string,
  Type extends string,
  Owners extends string,
  Default extends string,
  Labels extends LabelSpec,
>
  extends Metric, Series<Name, Type, Default, Labels> {
  on<Asked extends string>(
    role: Role<Asked> & ValidRole<Asked> & ValidOwner<Name, Owners, Asked>,
  ): Series<Name, Type, Asked, Labels>;
}

/** The sentence about a histogram that is used without its part. */
type NoHistogram<Name extends string> = `"${Name}" is a histogram: use its .bucket(…), .sum(…) or .count(…)`;

/** The three series names of a histogram. */
export interface HistogramSeries<
  Name extends string,
  Asked extends string,
  Labels extends LabelSpec,
  Bound extends number,
> extends NoExpression<NoHistogram<Name>> {
  /** `<name>_bucket`, which carries `le`. Match a bound as a number: `bucket({ le: 0.5 })`. */
  readonly bucket: Series<`${Name}_bucket`, 'counter', Asked, Labels & { readonly le: BoundLabel<Bound> }>;
  /** `<name>_sum`. */
  readonly sum: Series<`${Name}_sum`, 'counter', Asked, Labels>;
  /** `<name>_count`. */
  readonly count: Series<`${Name}_count`, 'counter', Asked, Labels>;
}

/** A histogram: use `.bucket(…)`, `.sum(…)` or `.count(…)`. */
export interface HistogramMetric<
  Name extends string,
  Owners extends string,
  Default extends string,
  Labels extends LabelSpec,
  Bound extends number,
>
  extends Metric, HistogramSeries<Name, Default, Labels, Bound> {
  (matchers?: MatcherInputs): Problem<NoHistogram<Name>>;
  on<Asked extends string>(
    role: Role<Asked> & ValidRole<Asked> & ValidOwner<Name, Owners, Asked>,
  ): HistogramSeries<Name, Asked, Labels, Bound>;
}

/** The sentence about a universal family that is used without a role. */
type NoRole<Name extends string> =
  `"${Name}" exists on every Prometheus: name the role that is asked, as in ${Name}.on(LOCAL)()`;

/** A family that exists on every Prometheus: name the role each time, `up.on(LOCAL)(…)`. */
export interface UniversalMetric<Name extends string, Type extends string, Labels extends LabelSpec>
  extends Metric, NoExpression<NoRole<Name>> {
  (matchers?: MatcherInputs): Problem<NoRole<Name>>;
  on<Asked extends string>(role: Role<Asked> & ValidRole<Asked>): Series<Name, Type, Asked, Labels>;
}

/** Who exports a family: one producer, or several that export it alike, such as the metrics of a client library. */
interface ExportedBy<Job extends string> {
  readonly producer: ProducerOf<Job> | readonly [ProducerOf<Job>, ...ProducerOf<Job>[]];
  readonly missing?: never;
}

/** Who should export a family that nobody exports yet. */
interface WithoutProducer<Job extends string> {
  readonly producer?: never;
  /** Panels on it say what they wait for, and `dashpack lint` lists them. */
  readonly missing: { readonly producer: ProducerOf<Job>; readonly note?: string };
}

/** Where a family comes from, or should come from. */
export type MetricSource<Job extends string> = ExportedBy<Job> | WithoutProducer<Job>;

/** The declaration of a counter or gauge. */
export type MetricSpec<Owner extends OwnerList, Job extends string, Labels extends LabelSpec> = MetricSource<Job> &
  MetricFacts<Owner, Labels>;

/** The facts of every family that has an owner. */
interface MetricFacts<Owner extends OwnerList, Labels extends LabelSpec> {
  /** The role that owns it, or several, the default first. */
  readonly owner: Owner;
  /** The thing counted or measured, in one sentence: panels take it as their description. */
  readonly help: string;
  readonly unit?: MetricUnit;
  /** Every label the producer sets; `job` and `instance` come from the scrape. */
  readonly labels?: Labels;
}

/** The declaration of a histogram: its `buckets` are their upper bounds, ascending, without `+Inf`. */
export type HistogramSpec<
  Owner extends OwnerList,
  Job extends string,
  Labels extends LabelSpec,
  Bound extends number,
> = MetricSpec<Owner, Job, Labels> & { readonly buckets: readonly Bound[] };
