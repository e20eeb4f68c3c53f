import type { HistogramMetric } from '../catalog/metric-handle.js';
import type { LabelSpec } from '../catalog/labels.js';
import type { MetricFamily } from '../model/metric.js';
import { producersOf } from '../promql/analyze/jobs.js';
import { durationSeconds } from '../promql/duration.js';
import type { AnyVector } from '../promql/expression.js';
import type { Matcher, Node } from '../promql/node.js';
import type { Stretch } from './timeline.js';

/** The samples of one series in a test. */
export interface TestSeries {
  readonly kind: 'test series';
  readonly metric: string;
  /** All its labels: those that the author did not name have the first value that the catalog knows. */
  readonly labels: Readonly<Record<string, string>>;
  readonly stretches: readonly Stretch[];
  /** Seconds between two scrapes of its producer; undefined where none exports it. */
  readonly interval: number | undefined;
}

/**
 * The samples of one series in a test of a rule. Labels that the selector does not match get the first value that the
 * catalog knows; `instance` is the producer's contract port.
 *
 * @param selector a bare metric with values for labels: `aiDecisions({ decision: 'reject' })`
 *
 * @example
 * series(up.on(AI_LIVE)({ job: 'ai_live' }), hold(1, '5m'), hold(0, '5m'), missing())
 */
export function series(selector: AnyVector, ...stretches: readonly [Stretch, ...Stretch[]]): TestSeries {
  const { node } = selector;
  if (node.kind !== 'selector' || node.range !== undefined || node.family === undefined || node.metric === undefined) {
    throw new TypeError('series() takes a bare metric of the catalog, with values for its labels');
  }
  return {
    kind: 'test series',
    metric: node.metric,
    labels: labelsOf(node.family, node.matchers),
    stretches,
    interval: intervalOf(node.family),
  };
}

/**
 * All series of a histogram in a test: observations of one value, `perSecond` of them, from the start on or after
 * `idle` stretches.
 *
 * @param histogram the family
 * @param labels values for its labels, as in `series`
 * @param observed `value`: in the family's unit; `stretches`: how the count of observations goes, such as
 * `[hold(0, '5m'), grow(2)]`
 */
export function observations(
  histogram: Pick<HistogramMetric<string, string, string, LabelSpec, number>, 'family'>,
  labels: Readonly<Record<string, string>>,
  observed: { readonly value: number; readonly stretches: readonly [Stretch, ...Stretch[]] },
): readonly TestSeries[] {
  const { family } = histogram;
  if (family.type !== 'histogram') {
    throw new TypeError(
      `observations() are those of a histogram, and ${family.name} is a ${family.type}: use series()`,
    );
  }
  const all = labelsOf(
    family,
    Object.entries(labels).map(([label, value]) => ({ label, operator: '=', value })),
  );
  const { value, stretches } = observed;
  const of = (part: string, extra: Readonly<Record<string, string>>, times: number): TestSeries => ({
    kind: 'test series',
    metric: `${family.name}_${part}`,
    labels: { ...all, ...extra },
    stretches: stretches.map((stretch) => scaled(stretch, times)),
    interval: intervalOf(family),
  });
  const bounds = [...(family.buckets ?? []), Infinity];
  return [
    ...bounds.map((bound) => of('bucket', { le: bound === Infinity ? '+Inf' : String(bound) }, value <= bound ? 1 : 0)),
    of('sum', {}, value),
    of('count', {}, 1),
  ];
}

function scaled(stretch: Stretch, times: number): Stretch {
  if (stretch.kind === 'missing' || stretch.kind === 'stay') return stretch;
  if (stretch.kind === 'hold') return { ...stretch, value: stretch.value * times };
  return {
    ...stretch,
    perSecond: stretch.perSecond * times,
    ...(stretch.from === undefined ? {} : { from: stretch.from * times }),
  };
}

function labelsOf(family: MetricFamily, matchers: readonly Matcher[]): Readonly<Record<string, string>> {
  const given = new Map<string, string>();
  for (const { label, operator, value, variable } of matchers) {
    if (operator !== '=' || variable !== undefined) {
      throw new TypeError(`a series of a test has one value for the label "${label}": write it out`);
    }
    given.set(label, value);
  }
  const labels: Record<string, string> = {};
  for (const [label, values] of Object.entries(family.labels)) {
    const first = values.kind === 'finite' ? values.values[0] : values.examples[0];
    const value = given.get(label) ?? first;
    if (value === undefined && family.origin !== 'universal') {
      throw new TypeError(
        `a series of ${family.name} in a test has the label "${label}", and the catalog knows no example of it: name its value`,
      );
    }
    if (given.has(label) || family.origin !== 'universal') labels[label] = value ?? '';
  }
  const producers = producersOf(family);
  const producer = producers.find((one) => one.job === given.get('job')) ?? producers[0];
  const job = given.get('job') ?? producer?.job;
  if (job !== undefined) labels['job'] = job;
  const instance = given.get('instance') ?? (producer === undefined ? undefined : `localhost:${producer.port}`);
  if (instance !== undefined) labels['instance'] = instance;
  for (const [label, value] of given) labels[label] = value;
  return labels;
}

function intervalOf(family: MetricFamily): number | undefined {
  const [producer] = producersOf(family);
  return producer === undefined ? undefined : durationSeconds(producer.scrapeInterval);
}

/** True where a tree reads anything that Grafana would fill in: a server that evaluates rules does not. */
export function grafanaWindowIn(node: Node): string | undefined {
  const range = node.kind === 'selector' || node.kind === 'subquery' ? node.range : undefined;
  if (range?.includes('$')) return range;
  if (node.kind === 'subquery' && node.step?.includes('$')) return node.step;
  return undefined;
}
