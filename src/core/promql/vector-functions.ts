import type { Problem } from '../model/problem.js';
import {
  expression,
  type AnyExpression,
  type AnyRange,
  type AnyVector,
  type LabelsOf,
  type RoleOf,
  type Samples,
  type SamplesOf,
  type VariablesOf,
  type Vector,
} from './expression.js';
import { functionTable, type FunctionName } from './functions.js';
import { withRange } from './range.js';
import { argumentNode, type CheckNumber, type ScalarInput, type ScalarVariables } from './scalar.js';
import { windowText, type CheckWindow, type Window, type WindowVariables } from './window.js';

type Camel<Name extends string> = Name extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name;

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
  | 'pi'
  | 'info'
  | 'sort_by_label'
  | 'sort_by_label_desc';

type TableName = Exclude<FunctionName, OwnSignature>;
type Facts<Name extends TableName> = (typeof functionTable)[Name];
type Needs<Name extends TableName> = Facts<Name> extends { readonly needs: infer Type extends string } ? Type : string;

type Instead<Type extends string> = Type extends 'counter' ? 'delta() or deriv()' : 'rate() or increase()';

/** Refuses the wrong type of metric, and what is no selector. */
export type CheckSeries<Name extends string, Needed extends string, E> = E extends AnyRange
  ? SamplesOf<E> extends Samples<infer Type, infer Metric>
    ? CheckType<Name, Needed, Type, Metric>
    : unknown
  : SamplesOf<E> extends Samples<infer Type, infer Metric>
    ? Type extends 'computed'
      ? Problem<`${Name}() works on the samples of a metric, not on what a function returned: take ${Name}() of the selector first and aggregate afterwards, or use subquery()`>
      : CheckType<Name, Needed, Type, Metric>
    : unknown;

type CheckType<Name extends string, Needed extends string, Type extends string, Metric extends string> = string extends Needed
  ? unknown
  : Type extends 'computed' | Needed
    ? unknown
    : Problem<`${Name}() needs a ${Needed}: ${Metric} is a ${Type}, so use ${Instead<Needed>}`>;

type Result<E, More extends string = never> = Vector<RoleOf<E>, LabelsOf<E>, VariablesOf<E> | More>;

interface OverTime<Name extends string, Needed extends string> {
  /** @param window default `$__rate_interval`; left out for a range vector */
  <E extends AnyVector | AnyRange, const W extends Window = '$__rate_interval'>(
    series: E & CheckSeries<Name, Needed, E>,
    window?: W & CheckWindow<W>,
  ): Result<E, WindowVariables<W>>;
}

interface OverTimeWithScalar<Name extends string, Needed extends string> {
  /** @param window default `$__rate_interval`; left out for a range vector */
  <E extends AnyVector | AnyRange, S extends ScalarInput, const W extends Window = '$__rate_interval'>(
    series: E & CheckSeries<Name, Needed, E>,
    scalar: S & CheckNumber<S>,
    window?: W & CheckWindow<W>,
  ): Result<E, WindowVariables<W> | ScalarVariables<S>>;
}

interface OverTimeWithTwoScalars<Name extends string, Needed extends string> {
  /** @param window default `$__rate_interval`; left out for a range vector */
  <E extends AnyVector | AnyRange, S extends ScalarInput, T extends ScalarInput, const W extends Window = '$__rate_interval'>(
    series: E & CheckSeries<Name, Needed, E>,
    first: S & CheckNumber<S>,
    second: T & CheckNumber<T>,
    window?: W & CheckWindow<W>,
  ): Result<E, WindowVariables<W> | ScalarVariables<S> | ScalarVariables<T>>;
}

interface ScalarOverTime<Name extends string, Needed extends string> {
  /** @param window default `$__rate_interval`; left out for a range vector */
  <S extends ScalarInput, E extends AnyVector | AnyRange, const W extends Window = '$__rate_interval'>(
    scalar: S & CheckNumber<S>,
    series: E & CheckSeries<Name, Needed, E>,
    window?: W & CheckWindow<W>,
  ): Result<E, WindowVariables<W> | ScalarVariables<S>>;
}

interface Elementwise {
  <E extends AnyVector>(vector: E): Result<E>;
}

interface ElementwiseWithScalar {
  <E extends AnyVector, S extends ScalarInput>(vector: E, scalar: S & CheckNumber<S>): Result<E, ScalarVariables<S>>;
}

interface ElementwiseWithOptionalScalar {
  <E extends AnyVector, S extends ScalarInput = number>(vector: E, scalar?: S & CheckNumber<S>): Result<E, ScalarVariables<S>>;
}

interface ElementwiseWithTwoScalars {
  <E extends AnyVector, S extends ScalarInput, T extends ScalarInput>(
    vector: E,
    first: S & CheckNumber<S>,
    second: T & CheckNumber<T>,
  ): Result<E, ScalarVariables<S> | ScalarVariables<T>>;
}

interface Calendar {
  /** @param vector Unix times in seconds; default the evaluation time */
  <E extends AnyVector = never>(vector?: E): Vector<RoleOf<E>, LabelsOf<E>, VariablesOf<E>>;
}

type Signature<Name extends TableName> = Facts<Name>['args'] extends readonly ['series']
  ? OverTime<Name, Needs<Name>>
  : Facts<Name>['args'] extends readonly ['series', 'scalar']
    ? OverTimeWithScalar<Name, Needs<Name>>
    : Facts<Name>['args'] extends readonly ['series', 'scalar', 'scalar']
      ? OverTimeWithTwoScalars<Name, Needs<Name>>
      : Facts<Name>['args'] extends readonly ['scalar', 'series']
        ? ScalarOverTime<Name, Needs<Name>>
        : Facts<Name>['args'] extends readonly ['vector']
          ? Facts<Name> extends { readonly optional: 1 }
            ? Calendar
            : Elementwise
          : Facts<Name>['args'] extends readonly ['vector', 'scalar']
            ? Facts<Name> extends { readonly optional: 1 }
              ? ElementwiseWithOptionalScalar
              : ElementwiseWithScalar
            : Facts<Name>['args'] extends readonly ['vector', 'scalar', 'scalar']
              ? ElementwiseWithTwoScalars
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
      return [withRange(series.node, windowText((args[types.length] ?? '$__rate_interval') as Window))];
    });
    return expression('vector', { kind: 'call', name, args: nodes });
  };
}

function camel(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

