import type { IsUnion, NotLiteral } from '../model/literal.js';
import type { Problem, ProblemListing, Refuse } from '../model/problem.js';
import type { LabelSpec } from './labels.js';
import type { AnyRole, ValidRole, Role, SqlRole } from './role.js';

/**
 * Who owns a family: a role, or several, the default first. A role of SQL is among them to be refused in a sentence.
 */
export type OwnerList = AnyRole | SqlRole<string> | readonly [AnyRole, ...AnyRole[]];
/** The names of all owners. */
export type RoleNames<Owner extends OwnerList> =
  Owner extends Role<infer N> ? N : Owner extends readonly AnyRole[] ? Owner[number]['name'] : never;
/** The name of the default owner. */
export type FirstRole<Owner extends OwnerList> =
  Owner extends Role<infer N> ? N : Owner extends readonly [Role<infer First>, ...unknown[]] ? First : never;

/** Refuses to ask a role that does not own the family. */
export type ValidOwner<Name extends string, Owners extends string, Asked extends string> = [Asked] extends [Owners]
  ? unknown
  : ProblemListing<`role ${Asked} does not own ${Name}; it is owned by`, Owners>;

/** Refuses the name of a family that the compiler does not know. */
export type ValidName<Name extends string> = Refuse<
  [NotLiteral<Name>] extends [never]
    ? never
    : Problem<'the name of a metric must be written out: messages and links need it'>
>;

/** Refuses an owner that the compiler does not know. */
export type ValidOwners<Owner extends OwnerList> = [Owner] extends [SqlRole<infer Name>]
  ? Problem<`role ${Name} is asked in SQL, so it owns no metrics: name a role of Prometheus, made by role()`>
  : IsUnion<Owner> extends true
    ? ProblemListing<'the owner is one of several roles: write one, or all of them as a list', RoleNames<Owner>>
    : [NotLiteral<RoleNames<Owner>>] extends [never]
      ? unknown
      : ValidRole<string>;

/** Refuses labels that the compiler does not know, and values that it does not know. */
export type ValidLabels<Labels extends LabelSpec> = {
  readonly [Label in keyof Labels]: Label extends string
    ? Refuse<
        [NotLiteral<Label>] extends [never]
          ? ValuesProblem<Label, Labels[Label]>
          : Problem<'the labels of a metric must be written out: this record may have any'>
      >
    : unknown;
};

type ValuesProblem<Label extends string, Values> = Values extends readonly string[]
  ? [NotLiteral<Values[number]>] extends [never]
    ? Values extends readonly []
      ? Problem<`label "${Label}" has no value: write its values, or anyValue()`>
      : never
    : Problem<`the values of label "${Label}" are plain strings: write them out, declare them as const, or take anyValue()`>
  : never;

/** Refuses bounds that the compiler does not know. */
export type ValidBounds<Bound extends number> = number extends Bound
  ? Problem<'the buckets of a histogram must be written out, or declared as const: matchers of le are checked against them'>
  : unknown;

/** Refuses owners and labels of a family that the compiler does not know. */
export interface ValidSpec<Owner extends OwnerList, Labels extends LabelSpec> {
  readonly owner: ValidOwners<Owner>;
  readonly labels?: ValidLabels<Labels>;
}
