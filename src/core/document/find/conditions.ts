import { children, type Node } from '../../promql/node.js';
import { isFilter, type ComparisonNode } from '../../promql/operators.js';

/** The comparisons of a tree that decide what it returns: those that filter. */
export function filtersIn(node: Node): readonly ComparisonNode[] {
  const found: ComparisonNode[] = [];
  visit(node);
  return found;

  function visit(inner: Node): void {
    if (isFilter(inner)) found.push(inner);
    for (const child of children(inner)) visit(child);
  }
}

/** The calls of a function in a tree. */
export function callsIn(node: Node, ...names: readonly string[]): readonly Node[] {
  const below = children(node).flatMap((child) => callsIn(child, ...names));
  return node.kind === 'call' && names.includes(node.name) ? [node, ...below] : below;
}
