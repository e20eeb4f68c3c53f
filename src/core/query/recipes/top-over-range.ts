import type { ValidRates } from '../aggregate.js';
import {
  expression,
  type AnyVector,
  type LabelsOf,
  type RoleOf,
  type VariablesOf,
  type Vector,
} from '../../promql/expression.js';
import type { Node } from '../../promql/node.js';
import { print } from '../../promql/print.js';
import { argumentNode, type ValidNumber, type ScalarInput, type ScalarVariables } from '../scalar.js';

/**
 * The highest series of a graph, chosen once for the time range that the viewer sees. `topk` in a graph chooses anew at
 * every step: it shows more series than it says, each in pieces. Here a series ranks by what the same expression gives
 * over the whole range, and is then drawn as it is.
 *
 * Instant queries (a table, a bar gauge) need none of this: they ask `topk`.
 *
 * @param count how many
 * @param of every metric in it stands in a window, which the ranking stretches to the range that is shown
 *
 * @example
 * topOverRange(6, sum(increase(rejects(), '5m'), { by: ['reason'] }))
 * // sum by (reason) (increase(rejects_total[5m]))
 * //   and topk(6, sum by (reason) (increase(rejects_total[$__range] @ end())))
 */
export function topOverRange<S extends ScalarInput, E extends AnyVector>(
  count: S & ValidNumber<S, E>,
  of: E & ValidRates<'topOverRange', E>,
): Vector<RoleOf<E>, LabelsOf<E>, VariablesOf<E> | ScalarVariables<S>> {
  const ranking: Node = {
    kind: 'aggregate',
    name: 'topk',
    param: argumentNode(count),
    expr: overRange(of.node),
  };
  return expression('vector', { kind: 'binary', operator: 'and', left: of.node, right: ranking, guard: true });
}

/** The same tree over the range that is shown, at its end: the same at every step. */
function overRange(node: Node): Node {
  switch (node.kind) {
    case 'number':
    case 'string':
    case 'variable':
      return node;
    case 'selector':
    case 'subquery':
      if (node.range === undefined) {
        throw new TypeError(
          `topOverRange() ranks over the range that is shown, and ${print(node)} stands in no window: take avgOverTime() or maxOverTime() of it`,
        );
      }
      if (node.at !== undefined) {
        throw new TypeError('topOverRange() says itself at which time it ranks: leave at() out');
      }
      return { ...node, range: '$__range', at: 'end' };
    case 'unary':
      return { ...node, expr: overRange(node.expr) };
    case 'call':
      return { ...node, args: node.args.map(overRange) };
    case 'aggregate':
      return { ...node, expr: overRange(node.expr) };
    case 'binary':
      return { ...node, left: overRange(node.left), right: overRange(node.right) };
  }
}
