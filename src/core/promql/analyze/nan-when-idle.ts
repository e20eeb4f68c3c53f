import { equal } from '../equal.js';
import { children, type BinaryNode, type CallNode, type Node } from '../node.js';
import { isFilter } from '../operators.js';
import { isZeroWhenIdle } from './can-be-zero.js';

/** A part of a query that is NaN, or infinite, while nothing happens: a division, a remainder or a quantile. */
export type NanSource = BinaryNode | CallNode;

/**
 * The divisions by, and quantiles over, what is 0 while nothing happens. Not those whose denominator leaves out its 0
 * (`… > 0`), whose NaN a comparison around drops, or beside which an `and` asks for the denominator.
 */
export function nanWhenIdle(node: Node): readonly NanSource[] {
  return unguarded(node, []);
}

function unguarded(node: Node, around: readonly Node[]): readonly NanSource[] {
  const below = children(node).flatMap((child) => unguarded(child, [node, ...around]));
  return isRisky(node) && !isGuarded(node, around) ? [node, ...below] : below;
}

function isRisky(node: Node): node is NanSource {
  if (node.kind === 'binary') return (node.operator === '/' || node.operator === '%') && isZeroWhenIdle(node.right);
  return (
    node.kind === 'call' &&
    node.name === 'histogram_quantile' &&
    node.args[1] !== undefined &&
    isZeroWhenIdle(node.args[1])
  );
}

/** True where a comparison around drops the NaN, or an `and` beside asks that the denominator is not 0. */
function isGuarded(node: NanSource, around: readonly Node[]): boolean {
  let inner: Node = node;
  for (const outer of around) {
    if (outer.kind !== 'binary') {
      if (outer.kind === 'aggregate' || outer.kind === 'subquery') return false;
    } else if (isFilter(outer) && outer.operator !== '!=')
      return true; // NaN differs from every number
    else if (
      outer.operator === 'and' &&
      outer.left === inner &&
      node.kind === 'binary' &&
      asksFor(outer.right, node.right)
    )
      return true;
    inner = outer;
  }
  return false;
}

/** True where a guard compares the denominator, or anything made of the same series, with a number. */
function asksFor(guard: Node, denominator: Node): boolean {
  return guard.kind === 'binary' && [guard.left, guard.right].some((side) => equal(side, denominator));
}
