import type { Problem } from '../model/problem.js';
import {
  expression,
  type AnyVector,
  type LabelsOf,
  type RoleOf,
  type Samples,
  type SamplesOf,
  type VariablesOf,
  type Vector,
} from './expression.js';
import { aggregationTable, type AggregationName } from './functions.js';
import type { Grouping, Node } from './node.js';
import { argumentNode, type CheckNumber, type ScalarInput, type ScalarVariables } from './scalar.js';

/** How an aggregation groups: `by` keeps labels, `without` drops them, neither folds everything into one series. */
export interface GroupingInput {
  readonly by?: readonly string[];
  readonly without?: readonly string[];
}

/** Refuses labels that an expression does not carry. */
export type CheckCarried<Word extends string, E, List> = {
  readonly [I in keyof List]: string extends List[I]
    ? Problem<`${Word} takes labels that are written out: a list of plain strings says nothing about the result`>
    : List[I] extends LabelsOf<E>
      ? unknown
      : Problem<`${Word} names the label "${List[I] & string}", which the expression does not carry; it carries`, LabelsOf<E>>;
};

/** Refuses a grouping by labels that an expression does not carry. */
export type CheckGrouping<E, G> = {
  readonly [Side in keyof G]: CheckCarried<Side & string, E, G[Side]>;
};

type Grouped<E, G> = G extends { readonly by: readonly (infer By extends string)[] }
  ? By
  : G extends { readonly without: readonly (infer Without extends string)[] }
    ? Exclude<LabelsOf<E>, Without>
    : never;

/** Refuses a bare counter where rates are meant. */
export type CheckRates<Name extends string, E> = SamplesOf<E> extends Samples<'counter', infer Metric>
  ? Problem<`${Name}() over the bare counter ${Metric} adds up numbers that restart at 0: take rate() or increase() first`>
  : unknown;

type OfRates<Name extends AggregationName, E> = (typeof aggregationTable)[Name]['ofRates'] extends true ? CheckRates<Name, E> : unknown;

interface Fold<Name extends AggregationName> {
  <E extends AnyVector, const G extends GroupingInput = {}>(
    of: E & OfRates<Name, E>,
    grouping?: G & CheckGrouping<E, G>,
  ): Vector<RoleOf<E>, Grouped<E, G>, VariablesOf<E>>;
}

interface FoldWithScalar<Name extends AggregationName> {
  <S extends ScalarInput, E extends AnyVector, const G extends GroupingInput = {}>(
    param: S & CheckNumber<S>,
    of: E & OfRates<Name, E>,
    grouping?: G & CheckGrouping<E, G>,
  ): Vector<RoleOf<E>, Grouped<E, G>, VariablesOf<E> | ScalarVariables<S>>;
}

interface FoldWithLabel {
  <const Label extends string, E extends AnyVector, const G extends GroupingInput = {}>(
    label: Label,
    of: E,
    grouping?: G & CheckGrouping<E, G>,
  ): Vector<RoleOf<E>, Grouped<E, G> | Label, VariablesOf<E>>;
}

interface Pick<Name extends AggregationName> {
  <S extends ScalarInput, E extends AnyVector, const G extends GroupingInput = {}>(
    param: S & CheckNumber<S>,
    of: E & OfRates<Name, E>,
    grouping?: G & CheckGrouping<E, G>,
  ): Vector<RoleOf<E>, LabelsOf<E>, VariablesOf<E> | ScalarVariables<S>>;
}

type Facts<Name extends AggregationName> = (typeof aggregationTable)[Name];

type Signature<Name extends AggregationName> = Facts<Name> extends { readonly result: 'pick' }
  ? Pick<Name>
  : Facts<Name> extends { readonly param: 'scalar' }
    ? FoldWithScalar<Name>
    : Facts<Name> extends { readonly param: 'string' }
      ? FoldWithLabel
      : Fold<Name>;

type Camel<Name extends string> = Name extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name;

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
    name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    'param' in facts
      ? (param: ScalarInput | string, of: AnyVector, grouping?: GroupingInput) =>
          aggregate(name, of, grouping, typeof param === 'string' ? { kind: 'string', value: param } : argumentNode(param))
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
