import type { IsUnion, NotLiteral } from '../model/literal.js';
import type { Problem, ProblemListing, Refuse } from '../model/problem.js';
import type { LabelsOf } from '../promql/expression.js';

/** Refuses lists of labels of which the compiler does not know all. `Word` says where the list stands. */
export type ValidWritten<Word extends string, List> = Refuse<ListProblem<Word, List>>;

type ListProblem<Word extends string, List> = [List] extends [readonly string[]]
  ? [NotLiteral<List[number]>] extends [never]
    ? IsUnion<List> extends true
      ? ProblemListing<`${Word} takes a list that is written out, and this is one of several:`, List[number]>
      : number extends List['length']
        ? ProblemListing<
            `${Word} takes a list that is written out, or one declared as const: this one may leave out`,
            List[number]
          >
        : IsUnion<List['length']> extends true
          ? ProblemListing<`${Word} takes a list that is written out: this one may leave out`, List[number]>
          : { [I in keyof List]: EitherProblem<Word, List[I]> }[number]
    : Problem<`${Word} takes labels that are written out: a list of plain strings says nothing about the result`>
  : never;

type EitherProblem<Word extends string, Label> =
  IsUnion<Label> extends true
    ? ProblemListing<`${Word} takes labels that are certain, and this one is one of several:`, Label & string>
    : never;

/** Refuses labels that an expression does not carry. `Of` names the expression. */
export type ValidCarried<Word extends string, E, List, Of extends string = 'the expression'> = ValidWritten<
  Word,
  List
> & {
  readonly [I in keyof List]: [List[I]] extends [LabelsOf<E>]
    ? unknown
    : string extends List[I]
      ? unknown
      : ProblemListing<
          `${Word} names the label "${Exclude<List[I] & string, LabelsOf<E>>}", which ${Of} does not carry; it carries`,
          LabelsOf<E>
        >;
};

/** Refuses a label whose name the compiler does not know. */
export type ValidLabel<Word extends string, Label extends string> = Refuse<
  [NotLiteral<Label>] extends [never]
    ? IsUnion<Label> extends true
      ? ProblemListing<`${Word} takes a label that is certain, and this one is one of several:`, Label>
      : never
    : Problem<`${Word} takes a label that is written out: a plain string says nothing about the result`>
>;
