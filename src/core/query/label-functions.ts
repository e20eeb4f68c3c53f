import type { ProblemListing, Refuse } from '../model/problem.js';
import type { RateProblem } from './aggregate.js';
import {
  expression,
  type AnyRange,
  type AnyVector,
  type Kept,
  type LabelsOf,
  type RoleOf,
  type SamplesOf,
  type VariablesOf,
  type Vector,
} from '../promql/expression.js';
import type { ValidCarried, ValidLabel } from './label-list.js';
import type { Node } from '../promql/node.js';
import { withRange } from './range.js';
import { argumentNode, type ValidNumber, type ScalarInput, type ScalarVariables } from './scalar.js';
import type { ValidSeries } from './vector-functions.js';
import { windowText, type ValidWindow, type WindowInput, type WindowVariables } from './window.js';

type Buckets<Name extends string, E> = Refuse<
  'le' extends LabelsOf<E>
    ? RateProblem<Name, SamplesOf<E>>
    : ProblemListing<
        `${Name}() needs the label "le": keep it, as in sum(rate(x.bucket()), { by: ['le'] }); this expression carries`,
        LabelsOf<E>
      >
>;

/**
 * The value below which a share of the observations fell, from the buckets of a classic histogram. NaN over no
 * traffic: `quantileOf` in the recipes filters that.
 *
 * @param quantile 0 to 1
 * @param buckets rates that still carry `le`
 */
export function histogramQuantile<S extends ScalarInput, E extends AnyVector>(
  quantile: S & ValidNumber<S, E>,
  buckets: E & Buckets<'histogramQuantile', E>,
): Vector<RoleOf<E>, Exclude<LabelsOf<E>, 'le'>, VariablesOf<E> | ScalarVariables<S>> {
  return call('histogram_quantile', [argumentNode(quantile), buckets.node]);
}

/** The share of observations between two bounds, from buckets. 0 to 1. */
export function histogramFraction<S extends ScalarInput, T extends ScalarInput, E extends AnyVector>(
  lower: S & ValidNumber<S, E>,
  upper: T & ValidNumber<T, E>,
  buckets: E & Buckets<'histogramFraction', E>,
): Vector<RoleOf<E>, Exclude<LabelsOf<E>, 'le'>, VariablesOf<E> | ScalarVariables<S> | ScalarVariables<T>> {
  return call('histogram_fraction', [argumentNode(lower), argumentNode(upper), buckets.node]);
}

/** Several quantiles at once, each in the label named. Experimental in Prometheus 3. */
export function histogramQuantiles<E extends AnyVector, const Label extends string>(
  buckets: E & Buckets<'histogramQuantiles', E>,
  label: Label & ValidLabel<'histogramQuantiles()', Label>,
  ...quantiles: readonly [number, ...number[]]
): Vector<RoleOf<E>, Exclude<LabelsOf<E>, 'le'> | Label, VariablesOf<E>> {
  return call('histogram_quantiles', [
    buckets.node,
    text(label),
    ...quantiles.map((quantile) => argumentNode(quantile)),
  ]);
}

/**
 * 1 where a selector finds no series, no data where it finds some. Carries the labels that are matched by `=`, which
 * types do not follow: none are counted on.
 */
export function absent<E extends AnyVector>(of: E): Vector<RoleOf<E>, never, VariablesOf<E>> {
  return call('absent', [of.node]);
}

/** 1 where a selector found no sample in a window. Default window: `$__rate_interval`. */
export function absentOverTime<E extends AnyVector | AnyRange, const W extends WindowInput = '$__rate_interval'>(
  series: E & ValidSeries<'absentOverTime', string, E>,
  window?: W & ValidWindow<W>,
): Vector<RoleOf<E>, never, VariablesOf<E> | WindowVariables<W>> {
  const node = series.type === 'range' ? series.node : withRange(series.node, windowText(window ?? '$__rate_interval'));
  return call('absent_over_time', [node]);
}

/**
 * Writes a label from another by a regular expression: `label_replace(v, "dst", "$1", "src", "(.*):.*")`.
 *
 * The types count on the pattern: that it matches, and that what it takes is not empty. Which values a label has is not
 * known before there is data. Where it does not match, Prometheus leaves the series as it is; where it takes nothing, the
 * series loses `target`. The analysis of `lint` counts on neither.
 *
 * @param source must be a label that the vector carries
 */
export function labelReplace<
  E extends AnyVector,
  const Target extends string,
  const Replacement extends string,
  const Source extends string,
>(
  of: E,
  target: Target & ValidLabel<'labelReplace()', Target>,
  replacement: Replacement,
  source: Source & Carried<'labelReplace()', E, Source>,
  pattern: string,
): Vector<RoleOf<E>, Written<E, Target, Replacement>, VariablesOf<E>, Kept<SamplesOf<E>>> {
  return call('label_replace', [of.node, text(target), text(replacement), text(source), text(pattern)]);
}

/** Joins the values of labels into another: `label_join(v, "dst", "-", "a", "b")`. */
export function labelJoin<E extends AnyVector, const Target extends string, const Sources extends readonly string[]>(
  of: E,
  target: Target & ValidLabel<'labelJoin()', Target>,
  separator: string,
  ...sources: Sources & ValidCarried<'labelJoin()', E, Sources>
): Vector<
  RoleOf<E>,
  Written<E, Target, Sources extends readonly [] ? '' : 'text'>,
  VariablesOf<E>,
  Kept<SamplesOf<E>>
> {
  return call('label_join', [of.node, text(target), text(separator), ...sources.map((source) => text(source))]);
}

/** Sorts by the values of labels, in an instant query. Experimental in Prometheus 3. */
export function sortByLabel<E extends AnyVector, const Labels extends readonly string[]>(
  of: E,
  ...labels: Labels & ValidCarried<'sortByLabel()', E, Labels>
): Vector<RoleOf<E>, LabelsOf<E>, VariablesOf<E>, Kept<SamplesOf<E>>> {
  return call('sort_by_label', [of.node, ...labels.map((label) => text(label))]);
}

/** As `sortByLabel`, descending. */
export function sortByLabelDesc<E extends AnyVector, const Labels extends readonly string[]>(
  of: E,
  ...labels: Labels & ValidCarried<'sortByLabelDesc()', E, Labels>
): Vector<RoleOf<E>, LabelsOf<E>, VariablesOf<E>, Kept<SamplesOf<E>>> {
  return call('sort_by_label_desc', [of.node, ...labels.map((label) => text(label))]);
}

/** Adds the labels of info metrics (`target_info`) to a vector. Experimental in Prometheus 3. */
export function info<E extends AnyVector>(of: E): Vector<RoleOf<E>, LabelsOf<E>, VariablesOf<E>, Kept<SamplesOf<E>>> {
  return call('info', [of.node]);
}

type Carried<Word extends string, E, Label extends string> = ValidLabel<Word, Label> &
  ValidCarried<Word, E, readonly [Label]>[0];

/** A label that is given a text: an empty one takes it away. */
type Written<E, Target extends string, Text extends string> = '' extends Text
  ? Exclude<LabelsOf<E>, Target>
  : LabelsOf<E> | Target;

function text(value: string): Node {
  return { kind: 'string', value };
}

function call<E extends AnyVector>(name: string, args: readonly Node[]): E {
  return expression<AnyVector>('vector', { kind: 'call', name, args }) as E;
}
