import { camel, type Camel } from './camel.js';
import type { IsUnion } from '../model/literal.js';
import type { Problem, Refuse } from '../model/problem.js';
import {
  expression,
  type AnyVector,
  type Kept,
  type LabelsOf,
  type RoleOf,
  type Samples,
  type SamplesOf,
  type VariablesOf,
  type Vector,
} from '../promql/expression.js';
import { aggregationTable, type AggregationName } from '../promql/functions.js';
import type { Grouping, Node } from '../promql/node.js';
import type { ValidCarried, ValidLabel } from './label-list.js';
import { argumentNode, type ValidNumber, type ScalarInput, type ScalarVariables } from './scalar.js';

/** How an aggregation groups: `by` keeps labels, `without` drops them, neither folds everything into one series. */
export interface GroupingInput {
  readonly by?: readonly string[];
  readonly without?: readonly string[];
}

/** Refuses a grouping by labels that an expression does not carry. */
export type ValidGrouping<E, G> =
  IsUnion<G> extends true
    ? Problem<'an aggregation groups by one list that is written out, and this is one of several'>
    : {
        readonly [Side in keyof G]: Side extends 'by'
          ? ValidCarried<'by', E, G[Side]>
          : Side extends 'without'
            ? 'by' extends keyof G
              ? Problem<'an aggregation groups by some labels or without others, not both'>
              : ValidCarried<'without', E, G[Side]>
            : Problem<`an aggregation groups by or without labels: it has no "${Side & string}"`>;
      };

type Grouped<E, G> = G extends { readonly by: readonly (infer By extends string)[] }
  ? By
  : G extends { readonly without: readonly (infer Without extends string)[] }
    ? Exclude<LabelsOf<E>, Without>
    : never;

/** Refuses a bare counter where rates are meant. */
export type ValidRates<Name extends string, E> = Refuse<RateProblem<Name, SamplesOf<E>>>;

/** The problems of samples where rates are meant; never where nothing is. */
export type RateProblem<Name extends string, S> =
  S extends Samples<infer Type, infer Metric>
    ? string extends Type
      ? Problem<`${Name}() must know a counter from a gauge, and this can be either: keep the type that the metric gives`>
      : Type extends 'counter' | 'counter values'
        ? Problem<`${Name}() over the bare counter ${Metric} works on numbers that restart at 0: take rate() or increase() first`>
        : never
    : never;

type OfRates<Name extends AggregationName, E> = (typeof aggregationTable)[Name]['ofRates'] extends true
  ? ValidRates<Name, E>
  : unknown;

/** An aggregation that makes one series of each group. */
export interface Fold<Name extends AggregationName> {
  <E extends AnyVector, const G extends GroupingInput = {}>(
    of: E & OfRates<Name, E>,
    grouping?: G & ValidGrouping<E, G>,
  ): Vector<RoleOf<E>, Grouped<E, G>, VariablesOf<E>>;
}

/** An aggregation with a number before the vector. */
export interface FoldWithScalar<Name extends AggregationName> {
  <S extends ScalarInput, E extends AnyVector, const G extends GroupingInput = {}>(
    param: S & ValidNumber<S, E>,
    of: E & OfRates<Name, E>,
    grouping?: G & ValidGrouping<E, G>,
  ): Vector<RoleOf<E>, Grouped<E, G>, VariablesOf<E> | ScalarVariables<S>>;
}

/** `count_values`: the label that takes the values stands before the vector. */
export interface FoldWithLabel {
  <const Label extends string, E extends AnyVector, const G extends GroupingInput = {}>(
    label: Label & ValidLabel<'countValues()', Label>,
    of: E,
    grouping?: G & ValidGrouping<E, G>,
  ): Vector<RoleOf<E>, Counted<E, G, Label>, VariablesOf<E>>;
}

/** `without` drops the label that takes the values, too. */
type Counted<E, G, Label extends string> = G extends { readonly without: readonly (infer Without extends string)[] }
  ? Grouped<E, G> | Exclude<Label, Without>
  : Grouped<E, G> | Label;

/** An aggregation that returns some of the series it is given, with all their labels. */
export interface PickSeries<Name extends AggregationName> {
  <S extends ScalarInput, E extends AnyVector, const G extends GroupingInput = {}>(
    param: S & ValidNumber<S, E>,
    of: E & OfRates<Name, E>,
    grouping?: G & ValidGrouping<E, G>,
  ): Vector<RoleOf<E>, LabelsOf<E>, VariablesOf<E> | ScalarVariables<S>, Kept<SamplesOf<E>>>;
}

type Facts<Name extends AggregationName> = (typeof aggregationTable)[Name];

type Signature<Name extends AggregationName> =
  Facts<Name> extends { readonly result: 'pick' }
    ? PickSeries<Name>
    : Facts<Name> extends { readonly param: 'scalar' }
      ? FoldWithScalar<Name>
      : Facts<Name> extends { readonly param: 'string' }
        ? FoldWithLabel
        : Fold<Name>;

/** The aggregations as typed builders, by camel-cased name. */
export type Aggregations = { readonly [Name in AggregationName as Camel<Name>]: Signature<Name> };

/**
 * Every aggregation of PromQL. Those with a parameter take it first, as PromQL does.
 *
 * @example
 * aggregations.sum(rate(requests()), { by: ['route'] }) // sum by (route) (rate(requests[$__rate_interval]))
 * aggregations.topk(6, errors)
 */
export const aggregations: Aggregations = Object.fromEntries(
  Object.entries(aggregationTable).map(([name, facts]) => [
    camel(name),
    'param' in facts
      ? (param: ScalarInput | string, of: AnyVector, grouping?: GroupingInput) =>
          aggregate(
            name,
            of,
            grouping,
            typeof param === 'string' ? { kind: 'string', value: param } : argumentNode(param),
          )
      : (of: AnyVector, grouping?: GroupingInput) => aggregate(name, of, grouping),
  ]),
) as unknown as Aggregations;

function aggregate(name: string, of: AnyVector, input: GroupingInput | undefined, param?: Node): AnyVector {
  const grouping = groupingOf(input);
  return expression<AnyVector>('vector', {
    kind: 'aggregate',
    name,
    ...(param === undefined ? {} : { param }),
    expr: of.node,
    ...(grouping === undefined ? {} : { grouping }),
  });
}

function groupingOf(input: GroupingInput | undefined): Grouping | undefined {
  if (input?.by !== undefined) return { by: input.by };
  if (input?.without !== undefined) return { without: input.without };
  return undefined;
}
