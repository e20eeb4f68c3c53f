import type { NotLiteral } from '../model/literal.js';
import type { Problem, ProblemListing, Refuse } from '../model/problem.js';
import type { LabelsOf } from '../promql/expression.js';
import type { AnyQuery, QueryLabels, QueryRole, RoleProblem } from '../query/query.js';

/** The widths that the grid has. */
export type Columns =
  1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24;

/** Refuses a title that is empty, or that the compiler does not know. `Of` names what has it. */
export type ValidTitle<Title extends string, Of extends string = 'a panel'> = Refuse<TitleProblem<Title, Of>>;

type TitleProblem<Title extends string, Of extends string> = Title extends string
  ? [NotLiteral<Title>] extends [never]
    ? WithoutSpace<Title> extends ''
      ? Problem<`${Of} needs a title: it is how a viewer knows what it answers`>
      : never
    : Problem<'a title must be written out, so that a viewer reads what a reviewer read'>
  : never;

type Space = ' ' | '\t' | '\n' | '\r' | '\v' | '\f' | '\u00a0' | '\u2003' | '\u200b' | '\u3000' | '\ufeff';
type WithoutSpace<Text extends string> = Text extends `${Space}${infer Rest}` ? WithoutSpace<Rest> : Text;

/** Refuses a width that the grid does not have. */
export type ValidWidth<Width extends number> = number extends Width
  ? Problem<'the width must be written out: 1 to 24 columns'>
  : [Width] extends [Columns]
    ? unknown
    : Problem<`a panel of ${Exclude<Width, Columns>} columns does not fit: the grid has 24, so write a whole number from 1 to 24`>;

/** Refuses queries of two roles in a panel that is not declared mixed. `Single` is the role of its `query`. */
export type OfOneRole<
  Queries extends readonly AnyQuery[],
  Mixed extends boolean,
  Single extends string = never,
> = ValidEach<Queries, [Single] extends [never] ? QueryRole<Queries[0]> : Single, Mixed>;

type ValidEach<Queries, First extends string, Mixed extends boolean> = {
  readonly [I in keyof Queries]: Refuse<
    RoleProblem<QueryRole<Queries[I]>> | OtherRole<QueryRole<Queries[I]>, First, Mixed>
  >;
};

type OtherRole<Role extends string, First extends string, Mixed extends boolean> = [Mixed] extends [true]
  ? never
  : [Role] extends [First]
    ? never
    : Problem<`two roles in one panel: the first query asks ${First}, this one asks ${Role}; say mixed: true where that is meant`>;

/** The labels that every series of a panel carries: of its `query`, its `queries`, or both. */
export type LabelsOfAll<E, Queries extends readonly AnyQuery[]> = [E] extends [never]
  ? QueryLabels<Queries[number]>
  : [Queries[number]] extends [never]
    ? LabelsOf<E>
    : Extract<LabelsOf<E>, QueryLabels<Queries[number]>>;

/** Refuses a name of series that reads a label which the query does not return. */
export type ValidDisplayName<Text extends string, Labels extends string> = Refuse<DisplayNameProblem<Text, Labels>>;

type DisplayNameProblem<Text extends string, Labels extends string> = Text extends string
  ? [NotLiteral<Text>] extends [never]
    ? [FieldLabels<Text>] extends [Labels]
      ? never
      : ProblemListing<
          `displayName names the label "${Exclude<FieldLabels<Text>, Labels>}", which the query does not return; it returns`,
          Labels
        >
    : Problem<'displayName must be written out: a plain string may name labels that the query does not return'>
  : never;

type FieldLabels<Text extends string> = Text extends `${string}__field.labels.${infer Rest}`
  ? Rest extends `${infer Label}}${infer More}`
    ? (Label extends `${infer Bare}:${string}` ? Bare : Label) | FieldLabels<More>
    : Rest
  : never;
