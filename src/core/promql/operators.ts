import type { BinaryNode, BinaryOperator, ComparisonOperator, Node, SetOperator } from './node.js';

/**
 * `arithmetic` calculates, `comparison` filters or gives 0 and 1, `set` combines series, `trim` cuts histograms off.
 */
export type OperatorKind = 'arithmetic' | 'comparison' | 'set' | 'trim';

/** The properties of an operator between two operands. */
export interface OperatorFacts {
  readonly kind: OperatorKind;
  /** How tightly it binds: the larger binds first. Equal ones bind from the left, `^` from the right. */
  readonly precedence: number;
}

/** Every operator of PromQL between two operands. */
const operators: Readonly<Record<BinaryOperator, OperatorFacts>> = {
  or: { kind: 'set', precedence: 1 },
  and: { kind: 'set', precedence: 2 },
  unless: { kind: 'set', precedence: 2 },
  '==': { kind: 'comparison', precedence: 3 },
  '!=': { kind: 'comparison', precedence: 3 },
  '>': { kind: 'comparison', precedence: 3 },
  '<': { kind: 'comparison', precedence: 3 },
  '>=': { kind: 'comparison', precedence: 3 },
  '<=': { kind: 'comparison', precedence: 3 },
  '</': { kind: 'trim', precedence: 3 },
  '>/': { kind: 'trim', precedence: 3 },
  '+': { kind: 'arithmetic', precedence: 4 },
  '-': { kind: 'arithmetic', precedence: 4 },
  '*': { kind: 'arithmetic', precedence: 5 },
  '/': { kind: 'arithmetic', precedence: 5 },
  '%': { kind: 'arithmetic', precedence: 5 },
  atan2: { kind: 'arithmetic', precedence: 5 },
  '^': { kind: 'arithmetic', precedence: 7 },
};

/** How tightly a sign binds: after `^`, so that `-a ^ b` is `-(a ^ b)`. */
export const signPrecedence = 6;

/** How tightly an operator is taken to bind that a variable holds: like a comparison, which it most often is. */
export const unknownPrecedence = operators['=='].precedence;

/** True of a word that is an operator of PromQL. */
export function isBinaryOperator(word: string): word is BinaryOperator {
  return Object.hasOwn(operators, word);
}

/** How tightly an operator binds. */
export function precedenceOf(operator: BinaryOperator): number {
  return operators[operator].precedence;
}

/** The kind of operation that an operator does. */
export function operatorKind(operator: BinaryOperator): OperatorKind {
  return operators[operator].kind;
}

/** Two operands with a comparison between. */
export type ComparisonNode = BinaryNode & { readonly operator: ComparisonOperator };

/** True of a comparison, with or without `bool`. */
export function isComparison(node: Node): node is ComparisonNode & Node {
  return node.kind === 'binary' && operatorKind(node.operator) === 'comparison';
}

/** True of a comparison without `bool`: it decides which series there are, and leaves their values as they are. */
export function isFilter(node: Node): node is ComparisonNode & Node {
  return isComparison(node) && node.bool !== true;
}

/** True of `and`, `or` and `unless`. */
export function isSetOperation(node: Node): node is BinaryNode & { readonly operator: SetOperator } & Node {
  return node.kind === 'binary' && operatorKind(node.operator) === 'set';
}

/** True of what hands on some series of its left side, with their values: a filter, `and` and `unless`. */
export function isSelection(
  node: Node,
): node is BinaryNode & { readonly operator: ComparisonOperator | Exclude<SetOperator, 'or'> } & Node {
  return isFilter(node) || (isSetOperation(node) && node.operator !== 'or');
}

const compared: Readonly<Record<ComparisonOperator, (a: number, b: number) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
};

/** True where a comparison of two numbers holds. */
export function holds(left: number, operator: ComparisonOperator, right: number): boolean {
  return compared[operator](left, right);
}
