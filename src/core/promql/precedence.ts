import type { BinaryOperator } from './node.js';

/** How tightly operators bind: the larger binds first. Equal ones bind from the left, `^` from the right. */
export const precedence: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  unless: 2,
  '==': 3,
  '!=': 3,
  '>': 3,
  '<': 3,
  '>=': 3,
  '<=': 3,
  '</': 3,
  '>/': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
  atan2: 5,
  '^': 7,
};

/** How tightly a sign binds: after `^`, so that `-a ^ b` is `-(a ^ b)`. */
export const signPrecedence = 6;

/** How tightly an operator is taken to bind that a variable holds: like a comparison, which it most often is. */
export const unknownPrecedence = precedence['=='];

/** Whether a word is an operator of PromQL. */
export function isBinaryOperator(word: string): word is BinaryOperator {
  return Object.hasOwn(precedence, word);
}
