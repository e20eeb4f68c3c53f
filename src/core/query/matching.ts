import type { IsUnion } from '../model/literal.js';
import type { Problem, ProblemListing } from '../model/problem.js';
import type { AnyVector, LabelsOf } from '../promql/expression.js';
import type { ValidCarried, ValidWritten } from './label-list.js';

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

/** How the series of two sets find each other: many with many. */
export type SetMatchingInput = Pick<MatchingInput, 'on' | 'ignoring'>;

/** Refuses two vectors whose series can never find each other. */
export type ValidMatching<A, B, M> = [A] extends [AnyVector]
  ? [B] extends [AnyVector]
    ? 'on' extends keyof M
      ? unknown
      : SameLabels<A, B, Ignored<M>>
    : NumberOnly<B>
  : NumberOnly<A>;

type NumberOnly<E> = [Extract<E, AnyVector>] extends [never]
  ? unknown
  : Problem<'one side is a vector or a number, and which one decides what matches: write two expressions'>;

type SameLabels<A, B, I extends string> = [Exclude<LabelsOf<A>, I>] extends [LabelsOf<B>]
  ? [Exclude<LabelsOf<B>, I>] extends [LabelsOf<A>]
    ? unknown
    : Problem<`these can never match: only the right side carries the label "${Exclude<LabelsOf<B>, LabelsOf<A> | I>}"; name the labels to join with on`>
  : Problem<`these can never match: only the left side carries the label "${Exclude<LabelsOf<A>, LabelsOf<B> | I>}"; name the labels to join with on`>;

type Ignored<M> = M extends { readonly ignoring: readonly (infer L extends string)[] } ? L : never;

/** Refuses a way to match that names a label which a side does not carry, or that says two things at once. */
export type ValidMatchingInput<A, B, M, Keys extends string = 'on' | 'ignoring' | 'groupLeft' | 'groupRight'> =
  IsUnion<M> extends true
    ? Problem<'how two sides match is written out, and this is one of several ways'>
    : {
        readonly [Key in keyof M]: Key extends Keys & keyof MatchingChecks<A, B, M>
          ? MatchingChecks<A, B, M>[Key]
          : ProblemListing<`there is no way to match called "${Key & string}": there is`, Keys>;
      };

interface MatchingChecks<A, B, M> {
  readonly on: 'ignoring' extends keyof M
    ? Problem<'two sides match on some labels or ignoring others, not both'>
    : ValidCarried<'on', A, ListAt<M, 'on'>, 'the left side'> &
        ValidCarried<'on', B, ListAt<M, 'on'>, 'the right side'>;
  readonly ignoring: ValidWritten<'ignoring', ListAt<M, 'ignoring'>>;
  readonly groupLeft: 'groupRight' extends keyof M
    ? Problem<'groupLeft and groupRight exclude each other: only one side can have many series'>
    : ValidCarried<'groupLeft', B, ListAt<M, 'groupLeft'>, 'the right side'>;
  readonly groupRight: ValidCarried<'groupRight', A, ListAt<M, 'groupRight'>, 'the left side'>;
}

type ListAt<M, Key extends string> = Key extends keyof M ? M[Key] : never;

type On<M> = M extends { readonly on: readonly (infer L extends string)[] } ? L : never;
type Taken<List> = List extends readonly (infer L extends string)[] ? L : never;

/** The labels that every series of a result carries. */
export type Joined<A, B, M> = [A] extends [AnyVector]
  ? [B] extends [AnyVector]
    ? M extends { readonly groupLeft: infer L }
      ? LabelsOf<A> | Taken<L>
      : M extends { readonly groupRight: infer R }
        ? LabelsOf<B> | Taken<R>
        : M extends { readonly on: readonly string[] }
          ? On<M>
          : Exclude<LabelsOf<A>, Ignored<M>>
    : LabelsOf<A>
  : LabelsOf<B>;
