import { children, type BinaryNode, type Node } from '../node.js';
import { holds, isFilter } from '../operators.js';
import { constantValue } from './constant.js';

/** A constant that stands where data is missing: the right side of an `or`. */
export interface Mask {
  readonly node: BinaryNode;
  /** The comparison around it that drops the constant, where there is one. */
  readonly filter: BinaryNode | undefined;
}

/**
 * The places where a query shows a constant in place of missing data: `or vector(0)`, `or label_replace(vector(0), …)`.
 * Not those that an `and` around shows only where something else has a sample, and not beside `absent`.
 */
export function masksMissing(node: Node): readonly Mask[] {
  return masksIn(node, []);
}

/** `around` has the innermost first. */
function masksIn(node: Node, around: readonly Node[]): readonly Mask[] {
  const found: Mask[] = [];
  const constant = node.kind === 'binary' && node.operator === 'or' ? constantValue(node.right) : undefined;
  if (node.kind === 'binary' && constant !== undefined && !isAbsence(node.left) && !isGuarded(node, around)) {
    found.push({ node, filter: filterAround(node, constant, around[0]) });
  }
  return [...found, ...children(node).flatMap((child) => masksIn(child, [node, ...around]))];
}

/** `absent(x) or vector(0)` says by its number which it is. */
function isAbsence(node: Node): boolean {
  if (node.kind === 'aggregate') return isAbsence(node.expr);
  return node.kind === 'call' && (node.name === 'absent' || node.name === 'absent_over_time');
}

/** True where what is around shows the constant only where something else has a sample. */
function isGuarded(node: Node, around: readonly Node[]): boolean {
  let inner = node;
  for (const outer of around) {
    if (
      outer.kind === 'binary' &&
      outer.operator === 'and' &&
      outer.left === inner &&
      constantValue(outer.right) === undefined
    )
      return true;
    inner = outer;
  }
  return false;
}

function filterAround(node: Node, constant: number, outer: Node | undefined): BinaryNode | undefined {
  if (outer === undefined || !isFilter(outer) || outer.left !== node) return undefined;
  const limit = constantValue(outer.right);
  return limit === undefined || holds(constant, outer.operator, limit) ? undefined : outer;
}
