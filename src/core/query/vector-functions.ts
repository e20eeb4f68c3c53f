import { camel, type Camel } from './camel.js';
import type { Problem, Refuse } from '../model/problem.js';
import {
  expression,
  type AnyExpression,
  type AnyRange,
  type AnyVector,
  type Kept,
  type LabelsOf,
  type RoleOf,
  type Samples,
  type SamplesOf,
  type VariablesOf,
  type Vector,
} from '../promql/expression.js';
import { functionTable, type FunctionName } from '../promql/functions.js';
import { withRange } from './range.js';
import { argumentNode, type ValidNumber, type ScalarInput, type ScalarVariables } from './scalar.js';
import { windowText, type ValidWindow, type WindowInput, type WindowVariables } from './window.js';

/** The functions whose result does not carry what their argument carries: written by hand in `label-functions.ts`. */
type OwnSignature =
  | 'absent'
  | 'absent_over_time'
  | 'histogram_quantile'
  | 'histogram_quantiles'
  | 'histogram_fraction'
  | 'label_replace'
  | 'label_join'
  | 'scalar'
  | 'vector'
  | 'time'
  | 'start'
  | 'end'
  | 'step'
  | 'range'
  | 'pi'
  | 'info'
  | 'sort_by_label'
  | 'sort_by_label_desc';

type TableName = Exclude<FunctionName, OwnSignature>;
type Facts<Name extends TableName> = (typeof functionTable)[Name];
type Needs<Name extends TableName> = Facts<Name> extends { readonly needs: infer Type extends string } ? Type : string;

type Instead<Type extends string> = Type extends 'counter' ? 'delta() or deriv()' : 'rate() or increase()';

/** Refuses the wrong type of metric, and what is not a selector. */
export type ValidSeries<Name extends string, Needed extends string, E> = Refuse<SeriesProblem<Name, Needed, E>>;

type SeriesProblem<Name extends string, Needed extends string, E> = E extends AnyRange
  ? TypeProblem<Name, Needed, SamplesOf<E>>
  : SamplesOf<E> extends Samples<'computed' | 'counter values'>
    ? Problem<`${Name}() works on the samples of a metric, not on what a function returned: take ${Name}() of the selector first and aggregate afterwards, or use subquery()`>
    : TypeProblem<Name, Needed, SamplesOf<E>>;

type TypeProblem<Name extends string, Needed extends string, S> = string extends Needed
  ? never
  : S extends Samples<infer Type, infer Metric>
    ? string extends Type
      ? Problem<`${Name}() needs a ${Needed}, and this can be anything: keep the type that the metric gives`>
      : Type extends Needed | Subqueried<Needed>
        ? never
        : Problem<`${Name}() needs a ${Needed}: ${Metric} is a ${Type}, so use ${Instead<Needed>}`>
    : never;

/** The type that a subquery over a metric may have made of it. */
type Subqueried<Needed extends string> = Needed extends 'counter' ? 'computed' | 'counter values' : 'computed';

/** True where what a function returns for a counter still restarts at 0. */
type Keeps<Name extends TableName> =
  Facts<Name> extends { readonly needs: string } ? false : Facts<Name> extends { readonly unit: 'same' } ? true : false;

// A conditional type, since the compiler would print the name of another one in place of `Vector`.
type Result<Keep extends boolean, E, More extends string = never> = Keep extends true
  ? Vector<RoleOf<E>, LabelsOf<E>, VariablesOf<E> | More, Kept<SamplesOf<E>>>
  : Vector<RoleOf<E>, LabelsOf<E>, VariablesOf<E> | More>;

/** A function over the samples of a window. */
export interface OverTime<Name extends string, Needed extends string, Keep extends boolean> {
  /** @param window default `$__rate_interval`; left out for a range vector */
  <E extends AnyVector | AnyRange, const W extends WindowInput = '$__rate_interval'>(
    series: E & ValidSeries<Name, Needed, E>,
    window?: W & ValidWindow<W>,
  ): Result<Keep, E, WindowVariables<W>>;
}

/** A function over a window, and a number. */
export interface OverTimeWithScalar<Name extends string, Needed extends string, Keep extends boolean> {
  /** @param window default `$__rate_interval`; left out for a range vector */
  <E extends AnyVector | AnyRange, S extends ScalarInput, const W extends WindowInput = '$__rate_interval'>(
    series: E & ValidSeries<Name, Needed, E>,
    scalar: S & ValidNumber<S, E>,
    window?: W & ValidWindow<W>,
  ): Result<Keep, E, WindowVariables<W> | ScalarVariables<S>>;
}

/** A function over a window, and two numbers. */
export interface OverTimeWithTwoScalars<Name extends string, Needed extends string, Keep extends boolean> {
  /** @param window default `$__rate_interval`; left out for a range vector */
  <
    E extends AnyVector | AnyRange,
    S extends ScalarInput,
    T extends ScalarInput,
    const W extends WindowInput = '$__rate_interval',
  >(
    series: E & ValidSeries<Name, Needed, E>,
    first: S & ValidNumber<S, E>,
    second: T & ValidNumber<T, E>,
    window?: W & ValidWindow<W>,
  ): Result<Keep, E, WindowVariables<W> | ScalarVariables<S> | ScalarVariables<T>>;
}

/** A function of a number over a window. */
export interface ScalarOverTime<Name extends string, Needed extends string, Keep extends boolean> {
  /** @param window default `$__rate_interval`; left out for a range vector */
  <S extends ScalarInput, E extends AnyVector | AnyRange, const W extends WindowInput = '$__rate_interval'>(
    scalar: S & ValidNumber<S, E>,
    series: E & ValidSeries<Name, Needed, E>,
    window?: W & ValidWindow<W>,
  ): Result<Keep, E, WindowVariables<W> | ScalarVariables<S>>;
}

/** A function of each sample. */
export interface Elementwise<Keep extends boolean> {
  <E extends AnyVector>(vector: E): Result<Keep, E>;
}

/** A function of each sample and a number. */
export interface ElementwiseWithScalar<Keep extends boolean> {
  <E extends AnyVector, S extends ScalarInput>(
    vector: E,
    scalar: S & ValidNumber<S, E>,
  ): Result<Keep, E, ScalarVariables<S>>;
}

/** A function of each sample and perhaps a number. */
export interface ElementwiseWithOptionalScalar<Keep extends boolean> {
  <E extends AnyVector, S extends ScalarInput = number>(
    vector: E,
    scalar?: S & ValidNumber<S, E>,
  ): Result<Keep, E, ScalarVariables<S>>;
}

/** A function of each sample and two numbers. */
export interface ElementwiseWithTwoScalars<Keep extends boolean> {
  <E extends AnyVector, S extends ScalarInput, T extends ScalarInput>(
    vector: E,
    first: S & ValidNumber<S, E>,
    second: T & ValidNumber<T, E>,
  ): Result<Keep, E, ScalarVariables<S> | ScalarVariables<T>>;
}

/** A part of the date that each sample is, in UTC. */
export interface Calendar {
  /** @param vector Unix times in seconds; default the evaluation time */
  <E extends AnyVector = never>(vector?: E): Vector<RoleOf<E>, LabelsOf<E>, VariablesOf<E>>;
}

type Signature<Name extends TableName> = Facts<Name>['args'] extends readonly ['series']
  ? OverTime<Camel<Name>, Needs<Name>, Keeps<Name>>
  : Facts<Name>['args'] extends readonly ['series', 'scalar']
    ? OverTimeWithScalar<Camel<Name>, Needs<Name>, Keeps<Name>>
    : Facts<Name>['args'] extends readonly ['series', 'scalar', 'scalar']
      ? OverTimeWithTwoScalars<Camel<Name>, Needs<Name>, Keeps<Name>>
      : Facts<Name>['args'] extends readonly ['scalar', 'series']
        ? ScalarOverTime<Camel<Name>, Needs<Name>, Keeps<Name>>
        : Facts<Name>['args'] extends readonly ['vector']
          ? Facts<Name> extends { readonly optional: 1 }
            ? Calendar
            : Elementwise<Keeps<Name>>
          : Facts<Name>['args'] extends readonly ['vector', 'scalar']
            ? Facts<Name> extends { readonly optional: 1 }
              ? ElementwiseWithOptionalScalar<Keeps<Name>>
              : ElementwiseWithScalar<Keeps<Name>>
            : Facts<Name>['args'] extends readonly ['vector', 'scalar', 'scalar']
              ? ElementwiseWithTwoScalars<Keeps<Name>>
              : never;

/** The functions of the table as typed builders, by camel-cased name: `max_over_time` is `maxOverTime`. */
export type VectorFunctions = { readonly [Name in TableName as Camel<Name>]: Signature<Name> };

type Argument = AnyExpression | ScalarInput | string | undefined;

/**
 * Every function of PromQL that keeps the labels of its argument. Functions over time take a selector and a window, or
 * a range vector.
 *
 * @example
 * vectorFunctions.rate(requests({ method: 'GET' }), '5m') // rate(requests{method="GET"}[5m])
 */
export const vectorFunctions: VectorFunctions = Object.fromEntries(
  Object.entries(functionTable).map(([name, facts]) => [camel(name), builder(name, facts.args)]),
) as unknown as VectorFunctions;

function builder(name: string, types: readonly string[]): (...args: readonly Argument[]) => AnyExpression {
  return (...args) => {
    const nodes = types.flatMap((type, index) => {
      const argument = args[index];
      if (argument === undefined) return [];
      if (type !== 'series') return [argumentNode(argument as AnyExpression)];
      const series = argument as AnyVector | AnyRange;
      if (series.type === 'range') return [series.node];
      return [withRange(series.node, windowText((args[types.length] ?? '$__rate_interval') as WindowInput))];
    });
    return expression('vector', { kind: 'call', name, args: nodes });
  };
}
