import type { Problem } from '../model/problem.js';
import type { Node } from './node.js';

declare const role: unique symbol;
declare const labels: unique symbol;
declare const variables: unique symbol;
declare const samples: unique symbol;

/** The origin of a vector's samples: one metric, named, or computed from some. */
export interface Samples<Type extends string = string, Name extends string = string> {
  readonly type: Type;
  readonly name: Name;
}

/** The samples of everything that a function, operator or aggregation returns. */
export type Computed = Samples<'computed', never>;

/** The samples of what keeps the values of its argument: those of a bare counter still restart at 0. */
export type Kept<S> =
  S extends Samples<'counter' | 'counter values', infer Name> ? Samples<'counter values', Name> : Computed;

/**
 * An instant vector: a PromQL expression that returns one sample per series.
 *
 * - `Role` is the role of the datasource that is asked; `never` for a constant that does not say.
 * - `Labels` are the labels that every series certainly carries. A vector that carries more is assignable, one that
 *   carries fewer is not.
 * - `Variables` are the names of the dashboard variables in it.
 * - `Of` says what the samples are.
 */
export interface Vector<
  Role extends string,
  Labels extends string,
  Variables extends string,
  Of extends Samples = Computed,
> {
  readonly type: 'vector';
  readonly node: Node;
  readonly [role]: (asked: { readonly [N in Role]: true }) => { readonly [N in Role]: true };
  readonly [labels]: { readonly [N in Labels]: true };
  readonly [variables]: (declared: { readonly [N in Variables]: true }) => void;
  readonly [samples]: Of;
}

/** A range vector: the samples of each series over a window. */
export interface RangeVector<
  Role extends string,
  Labels extends string,
  Variables extends string,
  Of extends Samples = Computed,
> {
  readonly type: 'range';
  readonly node: Node;
  readonly [role]: (asked: { readonly [N in Role]: true }) => { readonly [N in Role]: true };
  readonly [labels]: { readonly [N in Labels]: true };
  readonly [variables]: (declared: { readonly [N in Variables]: true }) => void;
  readonly [samples]: Of;
}

/** One number, without labels. `Role` is `never` where no metric is behind it. */
export interface Scalar<Role extends string, Variables extends string> {
  readonly type: 'scalar';
  readonly node: Node;
  readonly [role]: (asked: { readonly [N in Role]: true }) => { readonly [N in Role]: true };
  readonly [variables]: (declared: { readonly [N in Variables]: true }) => void;
}

/** Any instant vector. Read its parts with `RoleOf`, `LabelsOf`, `VariablesOf` and `SamplesOf`. */
export interface AnyVector {
  readonly type: 'vector';
  readonly node: Node;
  readonly [role]: (asked: never) => { readonly [name: string]: true };
  readonly [labels]: {};
  readonly [variables]: (declared: never) => void;
  readonly [samples]: Samples;
}

/** Any range vector. */
export interface AnyRange {
  readonly type: 'range';
  readonly node: Node;
  readonly [role]: (asked: never) => { readonly [name: string]: true };
  readonly [labels]: {};
  readonly [variables]: (declared: never) => void;
  readonly [samples]: Samples;
}

/** Any scalar expression. */
export interface AnyScalar {
  readonly type: 'scalar';
  readonly node: Node;
  readonly [role]: (asked: never) => { readonly [name: string]: true };
  readonly [variables]: (declared: never) => void;
}

/**
 * A value that is not an expression yet, of a type that authors take for one. Types only: where one stands in the place
 * of an expression, the compiler compares member by member and prints the message.
 */
export interface NoExpression<Message extends string> {
  readonly type: Problem<Message>;
  readonly node: never;
  readonly [role]: never;
  readonly [labels]: never;
  readonly [variables]: never;
  readonly [samples]: never;
}

/** Anything that PromQL evaluates. */
export type AnyExpression = AnyVector | AnyRange | AnyScalar;

/** The role that an expression asks. */
export type RoleOf<E> = E extends { readonly [role]: (asked: never) => infer Asked } ? keyof Asked & string : never;

/**
 * The labels that an expression's series certainly carry: of one of several expressions, what each of them carries.
 * None where a type claims all there are.
 */
export type LabelsOf<E> = [E] extends [{ readonly [labels]: infer Carried }]
  ? string extends keyof Carried
    ? never
    : keyof Carried & string
  : never;

/** The names of the dashboard variables in an expression. */
export type VariablesOf<E> = E extends { readonly [variables]: (declared: infer Declared) => void }
  ? keyof Declared & string
  : never;

/** The samples of an expression. */
export type SamplesOf<E> = E extends { readonly [samples]: infer S extends Samples } ? S : never;

/**
 * Gives a tree its type. The one place where a node becomes an expression: whoever calls it answers for the type.
 * Internal to core.
 */
export function expression<E extends AnyExpression>(type: E['type'], node: Node): E {
  return { type, node } as unknown as E;
}
