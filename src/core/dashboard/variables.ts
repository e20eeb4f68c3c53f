import { callerPosition } from '../catalog/caller.js';
import type { Position } from '../model/position.js';
import type { Problem, ProblemListing, Refuse } from '../model/problem.js';
import type { AnyVariable, Variable } from '../model/variable.js';
import { windowText, type Duration } from '../query/window.js';
import type { AnyVector, LabelsOf, RoleOf, Samples, SamplesOf, VariablesOf } from '../promql/expression.js';
import type { RoleProblem } from '../query/query.js';
import type { ValidLabel } from '../query/label-list.js';
import type { SelectorNode } from '../promql/node.js';

declare const uses: unique symbol;

/** The definition of the values in the dashboard's drop-down. */
export type VariableDefinition =
  QueryVariableDefinition | CustomVariableDefinition | IntervalVariableDefinition | DatasourceVariableDefinition;

/** A variable with its definition. `Uses` are the variables that its own query uses. */
export interface DeclaredVariable<
  Name extends string,
  Values extends string,
  Uses extends string = never,
  Of extends string = never,
> extends Variable<Name, Values, Of> {
  readonly definition: VariableDefinition;
  readonly position: Position;
  readonly [uses]: (declared: { readonly [N in Uses]: true }) => void;
}

/** Any declared variable. */
export interface AnyDeclaredVariable extends AnyVariable {
  readonly definition: VariableDefinition;
  readonly position: Position;
  readonly [uses]: (declared: never) => void;
}

/** The variables that a variable's own query uses. */
export type VariableUses<V> = V extends { readonly [uses]: (declared: infer Declared) => void }
  ? keyof Declared & string
  : never;

/** The options of every variable. */
export interface CommonVariableOptions {
  /** The name that viewers read. Default: the variable's name. */
  readonly label?: string;
  readonly description?: string;
  /** Hidden from viewers; links can still set it. Default false. */
  readonly hidden?: boolean;
}

/** How a variable with several values behaves. */
export interface SeveralOptions {
  /** True where a viewer can choose several values. Default false. */
  readonly multi?: boolean;
  /** True where a viewer can choose `All`. Default false. */
  readonly includeAll?: boolean;
  /** The meaning of `All`, a regular expression. Default: all values, joined by `|`. */
  readonly allValue?: string;
}

/** `$x` lists the values of a label. */
export interface QueryVariableDefinition extends CommonVariableOptions, SeveralOptions {
  readonly type: 'query';
  readonly of: string;
  readonly selector: SelectorNode;
  readonly refresh: 'load' | 'time range';
  readonly sort: 'none' | 'ascending' | 'descending' | 'numeric';
  readonly regex?: string;
}

/** `$x` lists values written in the dashboard. */
export interface CustomVariableDefinition extends CommonVariableOptions, SeveralOptions {
  readonly type: 'custom';
  readonly values: readonly string[];
  readonly current: string;
}

/** `$x` lists durations. */
export interface IntervalVariableDefinition extends CommonVariableOptions {
  readonly type: 'interval';
  readonly values: readonly string[];
  readonly current: string;
}

/** `$x` lists the datasources of a type whose name matches. */
export interface DatasourceVariableDefinition extends CommonVariableOptions {
  readonly type: 'datasource';
  readonly plugin: string;
  readonly regex?: string;
  readonly current: string;
}

/** Refuses what has no one metric whose labels could be listed. */
export type ValidListable<E> = Refuse<
  | RoleProblem<RoleOf<E>>
  | (SamplesOf<E> extends Samples<'computed' | 'counter values'>
      ? Problem<'a variable lists the labels of a metric: give it a selector, not what a function returned'>
      : never)
>;

/** Refuses a label that the metric does not have. */
export type ValidListed<E, Label extends string> = ValidLabel<'a variable', Label> &
  ([Label] extends [LabelsOf<E>]
    ? unknown
    : string extends Label
      ? unknown
      : ProblemListing<`the variable lists the label "${Label}", which the metric does not have; it has`, LabelsOf<E>>);

/**
 * A variable that lists the values of a metric's label. Its datasource follows from the metric.
 *
 * @param name written in queries as `$name`
 * @param of the series to look at: matchers narrow them, with other variables too
 * @param label whose values are listed
 * @param options `refresh`: when the list is asked again, default `time range`; `sort`: default `ascending`
 *
 * @example
 * const runId = queryVariable('run_id', decisions(), 'run_id', { label: 'AI run_id', includeAll: true, allValue: '.*' });
 */
export function queryVariable<const Name extends string, E extends AnyVector, const Label extends string>(
  name: Name,
  of: E & ValidListable<E>,
  label: Label & ValidListed<E, Label>,
  options: CommonVariableOptions &
    SeveralOptions & {
      readonly refresh?: 'load' | 'time range';
      readonly sort?: 'none' | 'ascending' | 'descending' | 'numeric';
      readonly regex?: string;
    } = {},
): DeclaredVariable<Name, string, VariablesOf<E>, Label> {
  if (of.node.kind !== 'selector')
    throw new TypeError(`variable "${name}" lists the labels of a metric: give it a selector`);
  const { refresh = 'time range', sort = 'ascending', ...rest } = options;
  return declared(name, several(rest), { type: 'query', of: label, selector: of.node, refresh, sort, ...rest });
}

/**
 * A variable that lists the values written here.
 *
 * @param options `current`: the value at first, default `All` where there is one, else the first
 *
 * @example
 * const mode = customVariable('mode', ['shadow', 'live'], { multi: true, includeAll: true, current: 'shadow' });
 */
export function customVariable<const Name extends string, const Values extends readonly [string, ...string[]]>(
  name: Name,
  values: Values,
  options: CommonVariableOptions & SeveralOptions & { readonly current?: Values[number] | 'All' } = {},
): DeclaredVariable<Name, Values[number]> {
  const { current = options.includeAll === true ? 'All' : values[0], ...rest } = options;
  const comma = values.find((value) => /[,:]/.test(value));
  if (comma !== undefined) {
    throw new RangeError(
      `variable "${name}": Grafana separates custom values by commas and names by colons, so "${comma}" cannot be one`,
    );
  }
  return declared(name, several(rest), { type: 'custom', values, current, ...rest });
}

/**
 * A variable that lists durations, for the windows of queries.
 *
 * @param options `current`: the value at first, default the first
 */
export function intervalVariable<const Name extends string, const Values extends readonly [Duration, ...Duration[]]>(
  name: Name,
  values: Values,
  options: CommonVariableOptions & { readonly current?: Values[number] } = {},
): DeclaredVariable<Name, Values[number]> {
  for (const value of values) windowText(value);
  const { current = values[0], ...rest } = options;
  return declared(name, false, { type: 'interval', values, current, ...rest });
}

/**
 * A visible drop-down of datasources, for dashboards that are meant to be pointed elsewhere. Panels never follow it
 * where a role is pinned: ownership decides.
 *
 * @param options `plugin`: the type of datasource, default `prometheus`; `regex`: which names are listed
 */
export function datasourceVariable<const Name extends string>(
  name: Name,
  options: CommonVariableOptions & { readonly plugin?: string; readonly regex?: string; readonly current: string },
): DeclaredVariable<Name, string> {
  const { plugin = 'prometheus', ...rest } = options;
  return declared(name, false, { type: 'datasource', plugin, ...rest });
}

function several(options: SeveralOptions): boolean {
  return options.multi === true || options.includeAll === true;
}

const variableName = /^[A-Za-z_]\w*$/;

function declared<Name extends string, Values extends string, Uses extends string, Of extends string>(
  name: Name,
  many: boolean,
  definition: VariableDefinition,
): DeclaredVariable<Name, Values, Uses, Of> {
  if (!variableName.test(name) || name.startsWith('__')) {
    throw new RangeError(
      `"${name}" cannot be a variable's name: use letters, digits and _, and do not begin with a digit or __`,
    );
  }
  const variable = { kind: 'variable', name, several: many, definition, position: callerPosition(declared) };
  return variable as unknown as DeclaredVariable<Name, Values, Uses, Of>;
}
