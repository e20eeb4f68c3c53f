import { children, type BinaryNode, type Node } from '../../promql/node.js';

const comparisons: ReadonlySet<string> = new Set(['==', '!=', '>', '<', '>=', '<=']);

/** Whether a node compares, with or without `bool`. */
export function isComparison(node: Node): node is BinaryNode {
  return node.kind === 'binary' && comparisons.has(node.operator);
}

/** The comparisons of a tree that decide what it returns: those that filter. */
export function filtersIn(node: Node): readonly BinaryNode[] {
  const found: BinaryNode[] = [];
  visit(node);
  return found;

  function visit(inner: Node): void {
    if (isComparison(inner) && inner.bool !== true) found.push(inner);
    for (const child of children(inner)) visit(child);
  }
}

/** The calls of a function in a tree. */
export function callsIn(node: Node, ...names: readonly string[]): readonly Node[] {
  const below = children(node).flatMap((child) => callsIn(child, ...names));
  return node.kind === 'call' && names.includes(node.name) ? [node, ...below] : below;
}
