import type { Problem, Refuse } from '../model/problem.js';
import {
  expression,
  type AnyRange,
  type AnyVector,
  type LabelsOf,
  type RangeVector,
  type RoleOf,
  type Samples,
  type SamplesOf,
  type VariablesOf,
  type Vector,
} from '../promql/expression.js';
import type { At, Node, TimeShift } from '../promql/node.js';
import { windowText, type ValidShift, type ValidWindow, type WindowInput, type WindowVariables } from './window.js';

/** Refuses a range over what is not a selector. */
export type ValidSelector<E> = Refuse<
  SamplesOf<E> extends infer S
    ? S extends Samples<'computed' | 'counter values'>
      ? Problem<'a window stands on a selector: take rate() or increase() of the metric first and aggregate afterwards, or use subquery()'>
      : never
    : never
>;

/**
 * The samples of a selector over a window: `x{…}[5m]`. Functions over time make it themselves from a selector and a
 * window; write it where a window is shifted.
 *
 * @param window default `$__rate_interval`
 */
export function range<E extends AnyVector, const W extends WindowInput = '$__rate_interval'>(
  selector: E & ValidSelector<E>,
  window?: W & ValidWindow<W>,
): RangeVector<RoleOf<E>, LabelsOf<E>, VariablesOf<E> | WindowVariables<W>, SamplesOf<E>> {
  return expression('range', withRange(selector.node, windowText(window ?? '$__rate_interval')));
}

/** Gives a selector's tree a window. */
export function withRange(node: Node, window: string): Node {
  if (node.kind !== 'selector') {
    throw new TypeError(
      'a window stands on a selector: take the rate first and aggregate afterwards, or use subquery()',
    );
  }
  return { ...node, range: window };
}

/**
 * An expression evaluated at steps over a window: `expr[1h:1m]`.
 *
 * @param step default: the server's evaluation interval
 */
export function subquery<E extends AnyVector, const W extends WindowInput, const S extends WindowInput = '1m'>(
  of: E,
  window: W & ValidWindow<W>,
  step?: S & ValidWindow<S>,
): RangeVector<RoleOf<E>, LabelsOf<E>, VariablesOf<E> | WindowVariables<W> | WindowVariables<S>, SamplesOf<E>> {
  return expression('range', {
    kind: 'subquery',
    expr: of.node,
    range: windowText(window),
    ...(step === undefined ? {} : { step: windowText(step) }),
  });
}

type ValidShifted<E> = Refuse<
  E extends AnyVector
    ? SamplesOf<E> extends Samples<'computed' | 'counter values'>
      ? Problem<'only a selector, a window or a subquery can be shifted in time: shift the metric before anything is computed from it'>
      : never
    : never
>;

type Shifted<E> = E extends AnyVector
  ? Vector<RoleOf<E>, LabelsOf<E>, VariablesOf<E>, SamplesOf<E>>
  : RangeVector<RoleOf<E>, LabelsOf<E>, VariablesOf<E>, SamplesOf<E>>;

/**
 * A selector, window or subquery as it was some time ago: `x offset 1h`.
 *
 * @param by a duration; `'-5m'` looks ahead
 */
export function offset<E extends AnyVector | AnyRange, const By extends string>(
  of: E & ValidShifted<E>,
  by: By & ValidShift<By>,
): Shifted<E> {
  windowText(by.startsWith('-') ? by.slice(1) : by);
  return shifted(of, { offset: by });
}

/** A selector, window or subquery at one time: `x @ end()`. A number is a Unix time in seconds. */
export function at<E extends AnyVector | AnyRange>(of: E & ValidShifted<E>, time: At): Shifted<E> {
  return shifted(of, { at: time });
}

function shifted<E extends AnyVector | AnyRange>(of: E, shift: TimeShift): Shifted<E> {
  const { node } = of;
  if (node.kind !== 'selector' && node.kind !== 'subquery') {
    throw new TypeError('only a selector, a window or a subquery can be shifted in time');
  }
  return expression<AnyVector | AnyRange>(of.type, { ...node, ...shift }) as unknown as Shifted<E>;
}
