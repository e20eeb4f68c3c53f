import type { BinaryNode, Node } from '../node.js';
import { operatorKind, precedenceOf, signPrecedence, unknownPrecedence } from '../operators.js';
import type { Place } from '../syntax-error.js';

/** A piece of a query that is one tree. */
export interface Operand extends Place {
  readonly kind: 'operand';
  readonly node: Node;
  /** True where it stands in parentheses. */
  readonly bracketed: boolean;
  /** How many levels its tree has. */
  readonly depth: number;
}

/** A sign before an operand. */
export interface Sign {
  readonly kind: 'sign';
  readonly sign: '+' | '-';
  readonly from: number;
}

/** An operator between two operands, with its modifiers. */
export interface Operator extends Pick<BinaryNode, 'operator' | 'bool' | 'matching' | 'group' | 'fill'> {
  readonly kind: 'operator';
}

/** An operator that a variable holds, with its modifiers as they are written. */
export interface UnknownOperator {
  readonly kind: 'unknown operator';
  readonly text: string;
}

/** A part of an expression outside parentheses, from left to right. */
export type Item = Operand | Sign | Operator | UnknownOperator;

/** The functions that `assemble` needs of its caller. */
export interface Assembly {
  /** Is told the place of every tree that is made. */
  readonly record: (node: Node, place: Place) => void;
  /** Reads an operand as what can only be a vector. */
  readonly asVector: (operand: Operand) => Operand;
}

/** Builds the tree of an expression from its items by Prometheus's rules of precedence. */
export function assemble(items: readonly Item[], { record, asVector }: Assembly): Operand {
  let next = 0;

  const finish = (node: Node, place: Place, depth: number): Operand => {
    record(node, place);
    return { kind: 'operand', node, from: place.from, to: place.to, bracketed: false, depth };
  };

  const operand = (): Operand => {
    const item = items[next++];
    if (item?.kind === 'operand') return item;
    if (item?.kind !== 'sign') throw new TypeError('an operator without an operand');
    const signed = expression(signPrecedence + 1);
    if (item.sign === '+') return signed;
    return finish(
      { kind: 'unary', operator: '-', expr: signed.node },
      { from: item.from, to: signed.to },
      signed.depth + 1,
    );
  };

  const expression = (atLeast: number): Operand => {
    let left = operand();
    for (;;) {
      const item = items[next];
      if (item?.kind !== 'operator' && item?.kind !== 'unknown operator') return left;
      const own = item.kind === 'operator' ? precedenceOf(item.operator) : unknownPrecedence;
      if (own < atLeast) return left;
      next += 1;
      if (item.kind === 'unknown operator') {
        const right = expression(own + 1);
        const node: Node = { kind: 'call', name: item.text, args: [left.node, right.node], written: 'between' };
        left = finish(node, { from: left.from, to: right.to }, Math.max(left.depth, right.depth) + 1);
        continue;
      }
      let right = expression(item.operator === '^' ? own : own + 1);
      if (isBetweenVectors(item)) [left, right] = [asVector(left), asVector(right)];
      const { kind: _, ...operator } = item;
      const node: BinaryNode = { kind: 'binary', ...operator, left: left.node, right: right.node };
      left = finish(node, { from: left.from, to: right.to }, Math.max(left.depth, right.depth) + 1);
    }
  };

  return expression(0);
}

function isBetweenVectors({ operator, matching, fill }: Operator): boolean {
  return matching !== undefined || fill !== undefined || operatorKind(operator) === 'set';
}
