import type { Problem } from '../model/problem.js';
import type { AnyVector, LabelsOf, RoleOf, Samples, SamplesOf, VariablesOf } from './expression.js';
import type { Node } from './node.js';

declare const asked: unique symbol;

/** One query of a panel: an expression and how its series are named. */
export interface Query<Role extends string, Labels extends string, Variables extends string> {
  readonly kind: 'query';
  readonly node: Node;
  readonly legend: string | undefined;
  readonly settings: QuerySettings;
  readonly [asked]: { readonly role: Role; readonly labels: (carried: Labels) => void; readonly variables: Variables };
}

/** Any query. */
export interface AnyQuery {
  readonly kind: 'query';
  readonly node: Node;
  readonly legend: string | undefined;
  readonly settings: QuerySettings;
  readonly [asked]: { readonly role: string; readonly labels: (carried: never) => void; readonly variables: string };
}

/** How a query is asked, where the default of the visualisation does not fit. */
export interface QuerySettings {
  /** `instant`: now. `range`: over the dashboard's time range. `both`: two results. Default by visualisation. */
  readonly ask?: 'instant' | 'range' | 'both';
  /** Default `table` in a table panel, else `time_series`. */
  readonly format?: 'time_series' | 'table' | 'heatmap';
  /** The query runs, but nothing shows its series: transformations can use them. */
  readonly hide?: boolean;
  /** The least step of a range query, a duration. */
  readonly interval?: string;
  /** Ask for exemplars too. */
  readonly exemplar?: boolean;
}

/** The role that a query asks. */
export type QueryRole<Q> = Q extends { readonly [asked]: { readonly role: infer R extends string } } ? R : never;

/** The labels that a query's series carry. */
export type QueryLabels<Q> = Q extends { readonly [asked]: { readonly labels: (carried: infer L extends string) => void } } ? L : never;

/** The variables in a query. */
export type QueryVariables<Q> = Q extends { readonly [asked]: { readonly variables: infer V extends string } } ? V : never;

type LegendLabels<Legend extends string> = Legend extends `${string}{{${infer Label}}}${infer Rest}`
  ? Trim<Label> | LegendLabels<Rest>
  : never;

type Trim<Text extends string> = Text extends ` ${infer Rest}` ? Trim<Rest> : Text extends `${infer Rest} ` ? Trim<Rest> : Text;

/** Refuses a legend that names a label which the query does not return. */
export type CheckLegend<Legend, Labels extends string> = string extends Legend
  ? Problem<'a legend must be written out: a plain string may name labels that the query does not return'>
  : Legend extends string
    ? [LegendLabels<Legend>] extends [Labels]
      ? unknown
      : Problem<`the legend names the label "${Exclude<LegendLabels<Legend>, Labels>}", which the query does not return; it returns`, Labels>
    : unknown;

/** Refuses what must not be shown as it is. */
export type CheckShown<E> = [RoleOf<E>] extends [never]
  ? Problem<'this query has no metric that says its role: name it, as in vector(1, LOCAL)'>
  : string extends RoleOf<E>
    ? Problem<'the role of this query is a plain string: its datasource is not known'>
    : SamplesOf<E> extends Samples<'counter', infer Metric>
      ? Problem<`the bare counter ${Metric} only says how long its producer has run: take rate() or increase(), or cumulative() where the total is meant`>
      : unknown;

/**
 * A query of a panel that has several. A panel with one takes `query` and `legend` directly.
 *
 * @param options `legend`: the name of each series, with `{{label}}` for a label's value
 *
 * @example
 * query(sum(rate(decisions({ decision: 'accept' }))), { legend: 'accept' })
 */
export function query<E extends AnyVector, const Legend extends string = ''>(
  expression: E & CheckShown<E>,
  options: QuerySettings & { readonly legend?: Legend & CheckLegend<Legend, LabelsOf<E>> } = {},
): Query<RoleOf<E>, LabelsOf<E>, VariablesOf<E>> {
  const { legend, ...settings } = options;
  return { kind: 'query', node: expression.node, legend, settings } as unknown as Query<
    RoleOf<E>,
    LabelsOf<E>,
    VariablesOf<E>
  >;
}
