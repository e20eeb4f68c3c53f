import { functionFacts, type ArgumentType } from '../functions.js';
import type { CallNode, Node } from '../node.js';

/** The type that an expression evaluates to. */
export type ValueType = 'instant vector' | 'range vector' | 'scalar' | 'string';

/** The type of a tree's value. What a function whose name is a variable returns is taken for an instant vector. */
export function valueType(node: Node): ValueType {
  switch (node.kind) {
    case 'number':
    case 'variable':
      return 'scalar';
    case 'string':
      return 'string';
    case 'selector':
      return node.range === undefined ? 'instant vector' : 'range vector';
    case 'subquery':
      return 'range vector';
    case 'call':
      if (node.written !== undefined) return ofWritten(node);
      return argumentTypes[functionFacts(node.name)?.returns ?? 'vector'];
    case 'aggregate':
      return 'instant vector';
    case 'binary':
      return isScalar(node.left) && isScalar(node.right) ? 'scalar' : 'instant vector';
    case 'unary':
      return valueType(node.expr);
  }
}

/**
 * The type that a variable makes of its operands: behind one it keeps the type (`x[5m] $offset`), between two it
 * calculates.
 */
function ofWritten({ written, args: [left, right] }: CallNode): ValueType {
  if (written === 'behind') return left === undefined ? 'instant vector' : valueType(left);
  const isNumber = left !== undefined && right !== undefined && isScalar(left) && isScalar(right);
  return isNumber ? 'scalar' : 'instant vector';
}

/** The type that an argument of a function must have. */
export const argumentTypes: Readonly<Record<ArgumentType, ValueType>> = {
  vector: 'instant vector',
  series: 'range vector',
  scalar: 'scalar',
  string: 'string',
};

/** True where a tree is one number. */
export function isScalar(node: Node): boolean {
  return valueType(node) === 'scalar';
}

/** True of an instant vector: what has one value for each series. */
export function isInstantVector(node: Node): boolean {
  return valueType(node) === 'instant vector';
}

/** True of what has series, and their labels: an instant vector or a range vector. */
export function hasSeries(node: Node): boolean {
  return isInstantVector(node) || valueType(node) === 'range vector';
}

/** True where a tree can stand beside an arithmetic operator. */
export function isNumeric(node: Node): boolean {
  return isScalar(node) || isInstantVector(node);
}
