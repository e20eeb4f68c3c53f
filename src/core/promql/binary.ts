import type { Problem } from '../model/problem.js';
import type { AnyVariable } from '../model/variable.js';
import { expression, type AnyScalar, type AnyVector, type LabelsOf, type RoleOf, type Scalar, type VariablesOf, type Vector } from './expression.js';
import type { BinaryNode, BinaryOperator } from './node.js';
import { argumentNode, type ScalarInput, type ScalarRole, type ScalarVariables } from './scalar.js';

/** What an operator takes: a vector, or anything that is one number. */
export type Operand = AnyVector | ScalarInput;

/**
 * How the series of two vectors find each other. By default on all their labels.
 *
 * - `on`: only these labels must be equal; `ignoring`: all but these.
 * - `groupLeft`, `groupRight`: that side may have many series for one of the other, whose labels named here are taken
 *   along.
 */
export interface MatchingInput {
  readonly on?: readonly string[];
  readonly ignoring?: readonly string[];
  readonly groupLeft?: readonly string[];
  readonly groupRight?: readonly string[];
}

type Role2<E> = E extends AnyVariable | number ? never : E extends AnyScalar ? ScalarRole<E> : RoleOf<E>;
type Variables2<E> = E extends number ? never : ScalarVariables<E>;

/** Refuses operands of two roles, which no server has both of, and then whatever `Otherwise` refuses. */
export type CheckRoles<A, B, Otherwise> = [Role2<A>] extends [Role2<B>]
  ? Otherwise
  : [Role2<B>] extends [Role2<A>]
    ? Otherwise
    : Problem<`two roles in one expression: the left side asks ${Role2<A>}, the right side asks ${Role2<B>}, and no datasource has both`>;

type MissingOn<On, A, B> = On extends readonly (infer L extends string)[]
  ? string extends L
    ? Problem<'on() takes label names that are written out: a list of plain strings says nothing about the result'>
    : [L] extends [LabelsOf<A>]
      ? [L] extends [LabelsOf<B>]
        ? unknown
        : Problem<`on() names the label "${Exclude<L, LabelsOf<B>>}", which the right side does not carry; it carries`, LabelsOf<B>>
      : Problem<`on() names the label "${Exclude<L, LabelsOf<A>>}", which the left side does not carry; it carries`, LabelsOf<A>>
  : unknown;

type Ignored<M> = M extends { readonly ignoring: readonly (infer L extends string)[] } ? L : never;

type SameLabels<A, B, I extends string> = [Exclude<LabelsOf<A>, I>] extends [LabelsOf<B>]
  ? [Exclude<LabelsOf<B>, I>] extends [LabelsOf<A>]
    ? unknown
    : Problem<`these can never match: only the right side carries the label "${Exclude<LabelsOf<B>, LabelsOf<A> | I>}"; name the labels to join with on`>
  : Problem<`these can never match: only the left side carries the label "${Exclude<LabelsOf<A>, LabelsOf<B> | I>}"; name the labels to join with on`>;

/** Refuses two vectors whose series can never find each other. */
export type CheckMatching<A, B, M> = A extends AnyVector
  ? B extends AnyVector
    ? M extends { readonly on: infer On }
      ? MissingOn<On, A, B>
      : string extends Ignored<M>
        ? Problem<'ignoring() takes label names that are written out: a list of plain strings says nothing about the result'>
        : SameLabels<A, B, Ignored<M>>
    : unknown
  : unknown;

type On<M> = M extends { readonly on: readonly (infer L extends string)[] } ? L : never;
type Taken<List> = List extends readonly (infer L extends string)[] ? L : never;

type Joined<A, B, M> = A extends AnyVector
  ? B extends AnyVector
    ? M extends { readonly groupLeft: infer L }
      ? LabelsOf<A> | Taken<L>
      : M extends { readonly groupRight: infer R }
        ? LabelsOf<B> | Taken<R>
        : M extends { readonly on: readonly string[] }
          ? On<M>
          : Exclude<LabelsOf<A>, Ignored<M>>
    : LabelsOf<A>
  : LabelsOf<B>;

type Result<A, B, M> = A extends AnyVector
  ? Vector<Role2<A> | Role2<B>, Joined<A, B, M>, Variables2<A> | Variables2<B>>
  : B extends AnyVector
    ? Vector<Role2<A> | Role2<B>, Joined<A, B, M>, Variables2<A> | Variables2<B>>
    : Scalar<Role2<A> | Role2<B>, Variables2<A> | Variables2<B>>;

/** An operator between two operands. */
export interface Operator {
  <A extends Operand, B extends Operand, const M extends MatchingInput = {}>(
    left: A,
    right: B & CheckRoles<A, B, CheckMatching<A, B, M>>,
    matching?: M,
  ): Result<A, B, M>;
}

/** A set operator: between vectors only. */
export interface SetOperatorBuilder {
  <A extends AnyVector, B extends AnyVector, const M extends Pick<MatchingInput, 'on' | 'ignoring'> = {}>(
    left: A,
    right: B & CheckRoles<A, B, CheckMatching<A, B, M>>,
    matching?: M,
  ): Vector<RoleOf<A> | RoleOf<B>, LabelsOf<A>, VariablesOf<A> | VariablesOf<B>>;
}

/** `or`: what is carried is what both sides carry. */
export interface UnionBuilder {
  <A extends AnyVector, B extends AnyVector, const M extends Pick<MatchingInput, 'on' | 'ignoring'> = {}>(
    left: A,
    right: B & CheckRoles<A, B, M extends { readonly on: infer L } ? MissingOn<L, A, B> : unknown>,
    matching?: M,
  ): Vector<RoleOf<A> | RoleOf<B>, Extract<LabelsOf<A>, LabelsOf<B>>, VariablesOf<A> | VariablesOf<B>>;
}

type LooseOperator = (left: Operand, right: Operand, matching?: MatchingInput) => AnyVector;

/** `a + b` */
export const add = operator('+') as unknown as Operator;
/** `a - b` */
export const sub = operator('-') as unknown as Operator;
/** `a * b` */
export const mul = operator('*') as unknown as Operator;
/** `a / b`: NaN where both are 0. The recipe `share` filters that. */
export const div = operator('/') as unknown as Operator;
/** `a % b` */
export const mod = operator('%') as unknown as Operator;
/** `a ^ b` */
export const pow = operator('^') as unknown as Operator;
/** `a atan2 b` */
export const atan2 = operator('atan2') as unknown as Operator;
/** `a == b`: keeps the series of the left side that are equal. */
export const eq = operator('==') as unknown as Operator;
/** `a != b` */
export const neq = operator('!=') as unknown as Operator;
/** `a > b` */
export const gt = operator('>') as unknown as Operator;
/** `a < b` */
export const lt = operator('<') as unknown as Operator;
/** `a >= b` */
export const gte = operator('>=') as unknown as Operator;
/** `a <= b` */
export const lte = operator('<=') as unknown as Operator;

/** Comparisons that return 1 or 0 for every series instead of filtering: `a > bool b`. */
export const bool = {
  eq: operator('==', true) as unknown as Operator,
  neq: operator('!=', true) as unknown as Operator,
  gt: operator('>', true) as unknown as Operator,
  lt: operator('<', true) as unknown as Operator,
  gte: operator('>=', true) as unknown as Operator,
  lte: operator('<=', true) as unknown as Operator,
} as const;

/** `a and b`: the series of `a` that find one in `b`. */
export const and = operator('and') as unknown as SetOperatorBuilder;
/** `a unless b`: the series of `a` that find none in `b`. */
export const unless = operator('unless') as unknown as SetOperatorBuilder;
/** `a or b`: `a`, and the series of `b` that find none in `a`. */
export const or = operator('or') as unknown as UnionBuilder;

/** `-a` */
export function neg<E extends AnyVector | AnyScalar>(
  of: E,
): E extends AnyVector ? Vector<RoleOf<E>, LabelsOf<E>, VariablesOf<E>> : Scalar<RoleOf<E>, VariablesOf<E>> {
  return expression<AnyVector | AnyScalar>(of.type, { kind: 'unary', operator: '-', expr: of.node }) as never;
}

function operator(symbol: BinaryOperator, asBool = false): LooseOperator {
  return (left, right, matching = {}) => {
    const node: BinaryNode = {
      kind: 'binary',
      operator: symbol,
      left: argumentNode(left),
      right: argumentNode(right),
      ...(asBool ? { bool: true } : {}),
      ...matchingOf(matching),
    };
    return expression<AnyVector>(isVector(left) || isVector(right) ? 'vector' : ('scalar' as 'vector'), node);
  };
}

function isVector(operand: Operand): boolean {
  return typeof operand === 'object' && 'type' in operand && operand.type === 'vector';
}

function matchingOf(input: MatchingInput): Pick<BinaryNode, 'matching' | 'group'> {
  if (input.groupLeft !== undefined && input.groupRight !== undefined) {
    throw new TypeError('group_left and group_right exclude each other: only one side can have many series');
  }
  return {
    ...(input.on === undefined ? {} : { matching: { on: input.on } }),
    ...(input.ignoring === undefined ? {} : { matching: { ignoring: input.ignoring } }),
    ...(input.groupLeft === undefined ? {} : { group: { side: 'left', include: input.groupLeft } }),
    ...(input.groupRight === undefined ? {} : { group: { side: 'right', include: input.groupRight } }),
  };
}
