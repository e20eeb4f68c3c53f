import type { AnyVariable, VariableName, VariableValues } from '../model/variable.js';
import type { Problem, Refuse } from '../model/problem.js';
import {
  expression,
  type AnyExpression,
  type AnyScalar,
  type RoleOf,
  type Scalar,
  type VariablesOf,
} from '../promql/expression.js';
import type { Node, NumberNode } from '../promql/node.js';

/** A value that can stand where PromQL takes a number: a number, a scalar expression, or a variable whose values are numbers. */
export type ScalarInput = number | AnyScalar | AnyVariable;

/** Refuses a variable whose values are not numbers, and a scalar of another role than the vector `E` beside it. */
export type ValidNumber<S, E = never> = Refuse<NumberProblem<S, RoleOf<E>>>;

type NumberProblem<S, Role extends string> = S extends AnyVariable
  ? [VariableValues<S>] extends [`${number}`]
    ? never
    : Problem<`variable "${VariableName<S>}" has values that are not numbers: it cannot stand for one`>
  : S extends AnyScalar
    ? [Role] extends [never]
      ? never
      : [ScalarRole<S>] extends [Role]
        ? never
        : Problem<`two roles in one expression: the number asks ${ScalarRole<S>}, the vector asks ${Role}, and no datasource has both`>
    : never;

/** The variables in a scalar argument. */
export type ScalarVariables<S> = S extends AnyVariable ? VariableName<S> : VariablesOf<S>;

/** The role that a scalar argument asks; `never` for a number. */
export type ScalarRole<S> = S extends AnyVariable ? never : RoleOf<S>;

/** A number as a tree. */
function numberNode(value: number): Node {
  if (value < 0 || Object.is(value, -0))
    return { kind: 'unary', operator: '-', expr: { kind: 'number', value: -value } };
  return { kind: 'number', value } satisfies NumberNode;
}

/** Any argument as a tree. */
export function argumentNode(argument: AnyExpression | ScalarInput): Node {
  if (typeof argument === 'number') return numberNode(argument);
  if ('kind' in argument) return { kind: 'variable', name: argument.name };
  return argument.node;
}

/** A number as an expression, for where TypeScript wants one: numbers are taken directly almost everywhere. */
export function number<const S extends number | AnyVariable>(
  value: S & ValidNumber<S>,
): Scalar<never, ScalarVariables<S>> {
  return expression('scalar', argumentNode(value as ScalarInput));
}
