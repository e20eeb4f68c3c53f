import type { MetricFamily, MetricType } from '../model/metric.js';
import { expression, type Samples, type Vector } from '../promql/expression.js';
import type { SelectorNode } from '../promql/node.js';
import { callerPosition } from './caller.js';
import type { OwnerList } from './valid-spec.js';
import { labelValues, type LabelSpec } from './labels.js';
import { matchersOf, type MatcherInputs } from './matchers.js';
import type { HistogramMetric, MetricSource, MetricSpec, SimpleMetric } from './metric-handle.js';
import type { AnyRole } from './role.js';

/** The facts of a family that is exported, or should be. `builder` is what its author called. */
export function exportedFamily(
  name: string,
  type: MetricType,
  spec: MetricSpec<OwnerList, string, LabelSpec>,
  builder: (...args: never[]) => unknown,
): MetricFamily {
  return {
    name,
    type,
    help: spec.help,
    ...(spec.unit === undefined ? {} : { unit: spec.unit }),
    labels: labelValues(spec.labels ?? {}),
    owners: 'kind' in spec.owner ? [spec.owner.name] : spec.owner.map((owner) => owner.name),
    ...sourceOf(spec),
    origin: 'exported',
    position: callerPosition(builder),
  };
}

function sourceOf({ producer, missing }: MetricSource<string>): Pick<MetricFamily, 'producers' | 'missing'> {
  if (missing !== undefined) return { missing };
  return { producers: 'kind' in producer ? [producer] : producer };
}

/** The handle of a counter or gauge. */
export function simpleMetric<
  Name extends string,
  Type extends string,
  Owners extends string,
  Default extends string,
  Labels extends LabelSpec,
>(family: MetricFamily): SimpleMetric<Name, Type, Owners, Default, Labels> {
  return Object.assign(select(family, family.name, undefined), {
    family,
    on: (role: AnyRole) => select(family, family.name, role.name),
  }) as unknown as SimpleMetric<Name, Type, Owners, Default, Labels>;
}

/** The handle of a histogram. */
export function histogramMetric<
  Name extends string,
  Owners extends string,
  Default extends string,
  Labels extends LabelSpec,
  Bound extends number,
>(family: MetricFamily): HistogramMetric<Name, Owners, Default, Labels, Bound> {
  const { name } = family;
  const series = (role: string | undefined) => ({
    bucket: select(family, `${name}_bucket`, role),
    sum: select(family, `${name}_sum`, role),
    count: select(family, `${name}_count`, role),
  });
  const misuse = () => {
    throw new TypeError(`"${name}" is a histogram: use its .bucket(…), .sum(…) or .count(…)`);
  };
  return Object.assign(misuse, series(undefined), {
    family,
    on: (role: AnyRole) => series(role.name),
  }) as unknown as HistogramMetric<Name, Owners, Default, Labels, Bound>;
}

type AnySeries = (matchers?: MatcherInputs) => Vector<string, string, string, Samples>;

/** The selector of one series name of a family, asked of a role where one is named. */
export function select(family: MetricFamily, metric: string, role: string | undefined): AnySeries {
  return (matchers = {}) => {
    const node: SelectorNode = {
      kind: 'selector',
      metric,
      matchers: matchersOf(matchers),
      family,
      ...(role === undefined ? {} : { role }),
    };
    return expression('vector', node);
  };
}
