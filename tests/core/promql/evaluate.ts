import type { BinaryOperator, Node } from '../../../src/core/promql/node.js';

const operations: Partial<Record<BinaryOperator, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '^': power,
  atan2: Math.atan2,
  '==': (left, right) => Number(left === right),
  '!=': (left, right) => Number(left !== right),
  '>': (left, right) => Number(left > right),
  '<': (left, right) => Number(left < right),
  '>=': (left, right) => Number(left >= right),
  '<=': (left, right) => Number(left <= right),
};

/** Go, unlike JavaScript, follows IEEE 754 where the base is 1. */
function power(base: number, exponent: number): number {
  const isOne = base === 1 || (base === -1 && Math.abs(exponent) === Number.POSITIVE_INFINITY);
  return isOne ? 1 : base ** exponent;
}

/** The value of a tree of numbers. Comparisons are read as those with `bool`. */
export function evaluate(node: Node): number {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'unary':
      return -evaluate(node.expr);
    case 'binary':
      return operations[node.operator]?.(evaluate(node.left), evaluate(node.right)) ?? Number.NaN;
    default:
      throw new TypeError(`${node.kind} has no value without a server`);
  }
}
