import type { Problem, ProblemListing, Refuse } from '../../model/problem.js';
import type { RateProblem } from '../aggregate.js';
import type { ValidRoles } from '../binary.js';
import {
  expression,
  type AnyVector,
  type Kept,
  type LabelsOf,
  type RoleOf,
  type Samples,
  type SamplesOf,
  type VariablesOf,
  type Vector,
} from '../../promql/expression.js';
import type { ValidCarried } from '../label-list.js';
import type { ValidMatching } from '../matching.js';
import type { BinaryOperator, Node } from '../../promql/node.js';
import { withRange } from '../range.js';
import { argumentNode, type ValidNumber, type ScalarInput, type ScalarVariables } from '../scalar.js';
import { windowText, type ValidWindow, type WindowInput, type WindowVariables } from '../window.js';

/** Refuses what is not the buckets of a histogram. */
export type ValidBuckets<E> =
  'le' extends LabelsOf<E>
    ? Refuse<
        SamplesOf<E> extends Samples<'counter'>
          ? never
          : Problem<'quantileOf() takes the rate and the sum itself: give it the bare buckets, as in quantileOf(0.95, latency.bucket())'>
      >
    : ProblemListing<
        'quantileOf() needs the label "le": give it the buckets of a histogram, as in quantileOf(0.95, latency.bucket()); this expression carries',
        LabelsOf<E>
      >;

/**
 * A quantile of a histogram over a window, empty where nothing was measured: over no traffic Prometheus computes NaN,
 * which is filtered.
 *
 * @param quantile 0 to 1
 * @param buckets `latency.bucket({…})`
 * @param options `window`: default `$__rate_interval`; `by`: labels to keep, default none
 *
 * @example
 * quantileOf(0.95, latency.bucket(), { window: '5m', by: ['mode'] })
 * // histogram_quantile(0.95, sum by (le, mode) (rate(latency_bucket[5m]))) >= 0
 */
export function quantileOf<
  S extends ScalarInput,
  E extends AnyVector,
  const W extends WindowInput = '$__rate_interval',
  const By extends readonly string[] = readonly [],
>(
  quantile: S & ValidNumber<S, E>,
  buckets: E & ValidBuckets<E>,
  options: { readonly window?: W & ValidWindow<W>; readonly by?: By & ValidCarried<'by', E, By> } = {},
): Vector<RoleOf<E>, Exclude<By[number], 'le'>, VariablesOf<E> | ScalarVariables<S> | WindowVariables<W>> {
  const by: readonly string[] = options.by ?? [];
  const window = windowText(options.window ?? '$__rate_interval');
  const rates = call('rate', [withRange(buckets.node, window)]);
  const perBucket: Node = { kind: 'aggregate', name: 'sum', expr: rates, grouping: { by: ['le', ...by] } };
  const value = call('histogram_quantile', [argumentNode(quantile), perBucket]);
  return expression('vector', binary(value, '>=', number(0)));
}

/**
 * A part of a whole, 0 to 1: 0 while the whole has traffic and the part has none, empty where the whole has none.
 *
 * @param part and `whole` must carry the same labels
 *
 * @example
 * share(sum(rate(events({ stage: 'error' }))), sum(rate(events())))
 * // (sum(rate(…)) or sum(rate(…)) * 0) / (sum(rate(…)) > 0)
 */
export function share<P extends AnyVector, W extends AnyVector>(
  part: P & Refuse<RateProblem<'share', SamplesOf<P>>>,
  whole: W & ValidRoles<P, W, ValidMatching<P, W, {}> & Refuse<RateProblem<'share', SamplesOf<W>>>>,
): Vector<RoleOf<P> | RoleOf<W>, LabelsOf<P>, VariablesOf<P> | VariablesOf<W>> {
  const filled = binary(part.node, 'or', binary(whole.node, '*', number(0)));
  return expression('vector', binary(filled, '/', binary(whole.node, '>', number(0))));
}

/**
 * Drops the NaN that divisions and quantiles give where there was nothing to measure.
 *
 * @example
 * whenMeasured(div(a, b)) // a / b > -Inf
 */
export function whenMeasured<E extends AnyVector>(
  of: E,
): Vector<RoleOf<E>, LabelsOf<E>, VariablesOf<E>, Kept<SamplesOf<E>>> {
  return expression('vector', binary(of.node, '>', argumentNode(Number.NEGATIVE_INFINITY)));
}

/** True where a selector finds series: 1 where it does, 0 where it does not. Never empty while the server answers. */
export function presence<E extends AnyVector>(selector: E): Vector<RoleOf<E>, never, VariablesOf<E>> {
  const { node } = selector;
  const present = call('clamp_max', [{ kind: 'aggregate', name: 'count', expr: node }, number(1)]);
  return expression('vector', binary(present, 'or', binary(call('absent', [node]), '*', number(0))));
}

function call(name: string, args: readonly Node[]): Node {
  return { kind: 'call', name, args };
}

function binary(left: Node, operator: BinaryOperator, right: Node): Node {
  return { kind: 'binary', operator, left, right };
}

function number(value: number): Node {
  return { kind: 'number', value };
}
