import type { Problem } from '../model/problem.js';
import type { AnyVariable } from '../model/variable.js';
import {
  expression,
  type AnyScalar,
  type AnyVector,
  type Computed,
  type Kept,
  type LabelsOf,
  type RoleOf,
  type SamplesOf,
  type Scalar,
  type VariablesOf,
  type Vector,
} from '../promql/expression.js';
import type { ValidMatching, ValidMatchingInput, Joined, MatchingInput, SetMatchingInput } from './matching.js';
import type { BinaryNode, BinaryOperator } from '../promql/node.js';
import { argumentNode, type ScalarInput, type ScalarRole, type ScalarVariables } from './scalar.js';

/** An operand: a vector, or anything that is one number. */
export type Operand = AnyVector | ScalarInput;

type Role2<E> = E extends AnyVariable | number ? never : E extends AnyScalar ? ScalarRole<E> : RoleOf<E>;
type Variables2<E> = E extends number ? never : ScalarVariables<E>;

/** Refuses operands of two roles, which no server has both of, and then whatever `Otherwise` refuses. */
export type ValidRoles<A, B, Otherwise> = [Role2<A>] extends [Role2<B>]
  ? Otherwise
  : [Role2<B>] extends [Role2<A>]
    ? Otherwise
    : Problem<`two roles in one expression: the left side asks ${Role2<A>}, the right side asks ${Role2<B>}, and no datasource has both`>;

/**
 * True where a result still restarts at 0 where an operand does: `both` for arithmetic, `ratio` where two counters become
 * one number, `filter` for comparisons, which keep the values of one side, `none` for 0 and 1.
 */
type Keeping = 'both' | 'ratio' | 'filter' | 'none';

type KeptBy<Keep extends Keeping, A, B> = Keep extends 'none'
  ? Computed
  : Keep extends 'filter'
    ? Kept<SamplesOf<[A] extends [AnyVector] ? A : B>>
    : Keep extends 'ratio'
      ? [IsCounter<A>, IsCounter<B>] extends [true, true]
        ? Computed
        : Kept<SamplesOf<A> | SamplesOf<B>>
      : Kept<SamplesOf<A> | SamplesOf<B>>;

type IsCounter<E> = [E] extends [AnyVector] ? ([Kept<SamplesOf<E>>] extends [Computed] ? false : true) : false;

type Result<Keep extends Keeping, A, B, M> = [A | B] extends [ScalarInput]
  ? Scalar<Role2<A> | Role2<B>, Variables2<A> | Variables2<B>>
  : Vector<Role2<A> | Role2<B>, Joined<A, B, M>, Variables2<A> | Variables2<B>, KeptBy<Keep, A, B>>;

/** An operator between two operands. */
export interface Operator<Keep extends Keeping> {
  <A extends Operand, B extends Operand, const M extends MatchingInput = {}>(
    left: A,
    right: B & ValidRoles<A, B, ValidMatching<A, B, M>>,
    matching?: M & ValidMatchingInput<A, B, M>,
  ): Result<Keep, A, B, M>;
}

/** A set operator: between vectors only. */
export interface SetOperatorBuilder {
  <A extends AnyVector, B extends AnyVector, const M extends SetMatchingInput = {}>(
    left: A,
    right: B & ValidRoles<A, B, ValidMatching<A, B, M>>,
    matching?: M & ValidMatchingInput<A, B, M, 'on' | 'ignoring'>,
  ): Vector<RoleOf<A> | RoleOf<B>, LabelsOf<A>, VariablesOf<A> | VariablesOf<B>, Kept<SamplesOf<A>>>;
}

/** `or`: what is carried is what both sides carry. */
export interface UnionBuilder {
  <A extends AnyVector, B extends AnyVector, const M extends SetMatchingInput = {}>(
    left: A,
    right: B & ValidRoles<A, B, unknown>,
    matching?: M & ValidMatchingInput<A, B, M, 'on' | 'ignoring'>,
  ): Vector<
    RoleOf<A> | RoleOf<B>,
    Extract<LabelsOf<A>, LabelsOf<B>>,
    VariablesOf<A> | VariablesOf<B>,
    Kept<SamplesOf<A> | SamplesOf<B>>
  >;
}

type LooseOperator = (left: Operand, right: Operand, matching?: MatchingInput) => AnyVector;

/** `a + b` */
export const add = operator('+') as unknown as Operator<'both'>;
/** `a - b` */
export const sub = operator('-') as unknown as Operator<'both'>;
/** `a * b` */
export const mul = operator('*') as unknown as Operator<'both'>;
/** `a / b`: NaN where both are 0. The recipe `share` filters that. */
export const div = operator('/') as unknown as Operator<'ratio'>;
/** `a % b` */
export const mod = operator('%') as unknown as Operator<'both'>;
/** `a ^ b` */
export const pow = operator('^') as unknown as Operator<'both'>;
/** `a atan2 b` */
export const atan2 = operator('atan2') as unknown as Operator<'both'>;
/** `a == b`: keeps the series of the left side that are equal. */
export const eq = operator('==') as unknown as Operator<'filter'>;
/** `a != b` */
export const neq = operator('!=') as unknown as Operator<'filter'>;
/** `a > b` */
export const gt = operator('>') as unknown as Operator<'filter'>;
/** `a < b` */
export const lt = operator('<') as unknown as Operator<'filter'>;
/** `a >= b` */
export const gte = operator('>=') as unknown as Operator<'filter'>;
/** `a <= b` */
export const lte = operator('<=') as unknown as Operator<'filter'>;

/** Comparisons that return 1 or 0 for every series instead of filtering: `a > bool b`. */
export const bool = {
  eq: operator('==', true) as unknown as Operator<'none'>,
  neq: operator('!=', true) as unknown as Operator<'none'>,
  gt: operator('>', true) as unknown as Operator<'none'>,
  lt: operator('<', true) as unknown as Operator<'none'>,
  gte: operator('>=', true) as unknown as Operator<'none'>,
  lte: operator('<=', true) as unknown as Operator<'none'>,
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
): E extends AnyVector
  ? Vector<RoleOf<E>, LabelsOf<E>, VariablesOf<E>, Kept<SamplesOf<E>>>
  : Scalar<RoleOf<E>, VariablesOf<E>> {
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
    return expression<AnyVector>(
      isVectorOperand(left) || isVectorOperand(right) ? 'vector' : ('scalar' as 'vector'),
      node,
    );
  };
}

function isVectorOperand(operand: Operand): boolean {
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
