import type { Problem, Refuse } from '../../model/problem.js';
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
import type { BinaryOperator, Node } from '../../promql/node.js';
import { withRange } from '../range.js';
import { windowText, type ValidWindow, type WindowInput, type WindowVariables } from '../window.js';

/** Refuses what does not count. */
export type ValidCounter<E> = Refuse<
  SamplesOf<E> extends Samples<'counter'>
    ? never
    : Problem<'countedWithin() looks at a counter before anything is computed from it: give it the bare metric, as in countedWithin(errors(), "5m")'>
>;

/**
 * The series of a counter that counted something within a window, with their totals since the start; empty where none did. Count them, or look whether there are any. Unlike
 * `rate` and `increase`, which compare two samples and so miss whatever made the first of them, it sees the very first
 * event of a new series, and the first after a restart.
 *
 * A series counts where it is not what it was a window ago. What it was then is remembered over `memory`, so that an
 * outage, or a restart after which the same is counted again, is nothing new; after a longer one it is.
 *
 * @param counter a bare counter
 * @param options `memory`: default `1h`
 *
 * @example
 * count(countedWithin(errors(), '5m'))
 * // count((errors_total unless errors_total == last_over_time(errors_total[1h] offset 5m)) > 0)
 */
export function countedWithin<E extends AnyVector, const W extends WindowInput, const M extends WindowInput = '1h'>(
  counter: E & ValidCounter<E>,
  window: W & ValidWindow<W>,
  options: { readonly memory?: M & ValidWindow<M> } = {},
): Vector<RoleOf<E>, LabelsOf<E>, VariablesOf<E> | WindowVariables<W> | WindowVariables<M>, Kept<SamplesOf<E>>> {
  const { node } = counter;
  const memory = withRange(node, windowText(options.memory ?? '1h'));
  const before: Node = {
    kind: 'call',
    name: 'last_over_time',
    args: [{ ...memory, offset: windowText(window) } as Node],
  };
  const grown = binary(node, 'unless', binary(node, '==', before));
  return expression('vector', binary(grown, '>', { kind: 'number', value: 0 }));
}

function binary(left: Node, operator: BinaryOperator, right: Node): Node {
  return { kind: 'binary', operator, left, right };
}
