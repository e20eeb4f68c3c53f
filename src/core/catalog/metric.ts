import type { MetricFamily, MetricType, MetricUnit } from '../model/metric.js';
import { callerPosition } from './caller.js';
import type { ValidBounds, ValidLabels, ValidName, ValidSpec, FirstRole, OwnerList, RoleNames } from './valid-spec.js';
import { labelValues, type LabelSpec } from './labels.js';
import { exportedFamily, histogramMetric, select, simpleMetric } from './make-metric.js';
import type {
  HistogramMetric,
  HistogramSpec,
  MetricSpec,
  ScrapeLabels,
  SimpleMetric,
  UniversalMetric,
} from './metric-handle.js';
import type { AnyRole, ValidRole, Role } from './role.js';

/**
 * Declares a counter: it only grows, but for restarts.
 *
 * @param spec `producer`: who exports it, or a list where several export it alike; or `missing`: who should export it,
 * where nobody does yet
 *
 * @example
 * export const decisions = counter('peaktrade_ai_decisions_total', {
 *   owner: AI_LIVE, producer: aiLive, help: 'AI decisions made.',
 *   labels: { decision: ['accept', 'reject', 'noop'], run_id: anyValue('demo') },
 * });
 */
export function counter<
  const Name extends string,
  const Owner extends OwnerList,
  const Job extends string,
  const Labels extends LabelSpec = {},
>(
  name: Name & ValidName<Name>,
  spec: MetricSpec<Owner, Job, Labels> & ValidSpec<Owner, Labels>,
): SimpleMetric<Name, 'counter', RoleNames<Owner>, FirstRole<Owner>, Labels & ScrapeLabels<Job>> {
  return simpleMetric(exportedFamily(name, 'counter', spec, counter));
}

/** Declares a gauge: it goes up and down. Takes what `counter` takes. */
export function gauge<
  const Name extends string,
  const Owner extends OwnerList,
  const Job extends string,
  const Labels extends LabelSpec = {},
>(
  name: Name & ValidName<Name>,
  spec: MetricSpec<Owner, Job, Labels> & ValidSpec<Owner, Labels>,
): SimpleMetric<Name, 'gauge', RoleNames<Owner>, FirstRole<Owner>, Labels & ScrapeLabels<Job>> {
  return simpleMetric(exportedFamily(name, 'gauge', spec, gauge));
}

/** Declares a classic histogram, by its family name without `_bucket`. Takes what `counter` takes, and `buckets`. */
export function histogram<
  const Name extends string,
  const Owner extends OwnerList,
  const Job extends string,
  const Bound extends number,
  const Labels extends LabelSpec = {},
>(
  name: Name & ValidName<Name>,
  spec: HistogramSpec<Owner, Job, Labels, Bound> & ValidSpec<Owner, Labels> & { readonly buckets: ValidBounds<Bound> },
): HistogramMetric<Name, RoleNames<Owner>, FirstRole<Owner>, Labels & ScrapeLabels<Job>, Bound> {
  return histogramMetric({ ...exportedFamily(name, 'histogram', spec, histogram), buckets: spec.buckets });
}

/**
 * Declares a family that every Prometheus has, such as `up`. It has no owner: the author names the role each time.
 *
 * @example
 * export const up = universal('up', 'gauge', { help: '1 while the scrape succeeds.', unit: 'bool', labels: {} });
 * up.on(LOCAL)({ job: 'web' });
 */
export function universal<
  const Name extends string,
  const Type extends MetricType,
  const Labels extends LabelSpec = {},
>(
  name: Name & ValidName<Name>,
  type: Type,
  spec: { readonly help: string; readonly unit?: MetricUnit; readonly labels?: Labels & ValidLabels<Labels> },
): UniversalMetric<Name, Type, Labels & ScrapeLabels<string>> {
  const family: MetricFamily = {
    name,
    type,
    help: spec.help,
    ...(spec.unit === undefined ? {} : { unit: spec.unit }),
    labels: labelValues(spec.labels ?? {}),
    owners: [],
    origin: 'universal',
    position: callerPosition(universal),
  };
  const misuse = () => {
    throw new TypeError(`"${name}" exists on every Prometheus: name the role that is asked, as in ${name}.on(LOCAL)()`);
  };
  return Object.assign(misuse, {
    family,
    on: (role: AnyRole) => select(family, name, role.name),
  }) as unknown as UniversalMetric<Name, Type, Labels & ScrapeLabels<string>>;
}

/**
 * Declares a series that a recording rule writes on the Prometheus of a role.
 *
 * @param spec `labels` are those that the rule's result carries
 */
export function recorded<
  const Name extends string,
  const Owner extends Role<string>,
  const Labels extends LabelSpec = {},
>(
  name: Name & ValidName<Name>,
  spec: {
    readonly owner: Owner & ValidRole<Owner['name']>;
    readonly help: string;
    readonly unit?: MetricUnit;
    readonly labels?: Labels & ValidLabels<Labels>;
  },
): SimpleMetric<Name, 'gauge', Owner['name'], Owner['name'], Labels> {
  return simpleMetric({
    name,
    type: 'gauge',
    help: spec.help,
    ...(spec.unit === undefined ? {} : { unit: spec.unit }),
    labels: labelValues(spec.labels ?? {}),
    owners: [spec.owner.name],
    origin: 'recorded',
    position: callerPosition(recorded),
  });
}
