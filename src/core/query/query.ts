import type { IsUnion, NotLiteral } from '../model/literal.js';
import type { Problem, ProblemListing, Refuse } from '../model/problem.js';
import type { AnyVector, LabelsOf, RoleOf, Samples, SamplesOf, VariablesOf } from '../promql/expression.js';
import type { Node } from '../promql/node.js';

declare const asked: unique symbol;

/** One query of a panel: an expression and how its series are named. */
export interface Query<Role extends string, Labels extends string, Variables extends string> {
  readonly kind: 'query';
  readonly node: Node;
  readonly legend: string | undefined;
  readonly settings: QuerySettings;
  readonly [asked]: {
    readonly role: (asked: { readonly [N in Role]: true }) => { readonly [N in Role]: true };
    readonly labels: { readonly [N in Labels]: true };
    readonly variables: (declared: { readonly [N in Variables]: true }) => void;
  };
}

/** Any query. */
export interface AnyQuery {
  readonly kind: 'query';
  readonly node: Node;
  readonly legend: string | undefined;
  readonly settings: QuerySettings;
  readonly [asked]: {
    readonly role: (asked: never) => { readonly [name: string]: true };
    readonly labels: {};
    readonly variables: (declared: never) => void;
  };
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
  /** Query options that have no name here, as Grafana's Prometheus datasource takes them. */
  readonly sdk?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** The role that a query asks. */
export type QueryRole<Q> = Q extends { readonly [asked]: { readonly role: (asked: never) => infer Asked } }
  ? keyof Asked & string
  : never;

/** The labels that a query's series carry: of several queries, what each of them carries. */
export type QueryLabels<Q> = [Q] extends [{ readonly [asked]: { readonly labels: infer Carried } }]
  ? string extends keyof Carried
    ? never
    : keyof Carried & string
  : never;

/** The variables in a query. */
export type QueryVariables<Q> = Q extends {
  readonly [asked]: { readonly variables: (declared: infer Declared) => void };
}
  ? keyof Declared & string
  : never;

type LegendLabels<Legend extends string> = Legend extends `${string}{{${infer Label}}}${infer Rest}`
  ? Trim<Label> | LegendLabels<Rest>
  : never;

type Trim<Text extends string> = Text extends ` ${infer Rest}`
  ? Trim<Rest>
  : Text extends `${infer Rest} `
    ? Trim<Rest>
    : Text;

/** Refuses a legend that names a label which the query does not return, and one that the compiler cannot read. */
export type ValidLegend<Legend, Labels extends string> = Refuse<LegendProblem<Legend, Labels>>;

type LegendProblem<Legend, Labels extends string> = Legend extends string
  ? [NotLiteral<Legend>] extends [never]
    ? [LegendLabels<Legend>] extends [Labels]
      ? never
      : ProblemListing<
          `the legend names the label "${Exclude<LegendLabels<Legend>, Labels>}", which the query does not return; it returns`,
          Labels
        >
    : Problem<'a legend must be written out: a plain string may name labels that the query does not return'>
  : never;

/** Refuses an expression that does not say which one role it asks. */
export type ValidAsked<E> = Refuse<RoleProblem<RoleOf<E>>>;

/** The problems of the role that a query asks; never where nothing is. */
export type RoleProblem<Role extends string> = [Role] extends [never]
  ? Problem<'this query has no metric that says its role: name it, as in vector(1, LOCAL)'>
  : string extends Role
    ? Problem<'the role of this query is a plain string: its datasource is not known'>
    : IsUnion<Role> extends true
      ? ProblemListing<'this query asks one of several roles, so its datasource is not known:', Role>
      : never;

/** Refuses what must not be shown as it is. */
export type ValidShown<E> = Refuse<[RoleProblem<RoleOf<E>>] extends [never] ? ShownProblem<E> : RoleProblem<RoleOf<E>>>;

type ShownProblem<E> =
  SamplesOf<E> extends infer S
    ? S extends Samples<infer Type, infer Metric>
      ? string extends Type
        ? Problem<'this query can be a bare counter or not: keep the type that the metric gives'>
        : Type extends 'counter' | 'counter values'
          ? Problem<`the bare counter ${Metric} only says how long its producer has run: take rate() or increase(), or cumulative() where the total is meant`>
          : never
      : never
    : never;

/**
 * A query of a panel that has several. A panel with one takes `query` and `legend` directly.
 *
 * @param options `legend`: the name of each series, with `{{label}}` for a label's value
 *
 * @example
 * query(sum(rate(decisions({ decision: 'accept' }))), { legend: 'accept' })
 */
export function query<E extends AnyVector, const Legend extends string = ''>(
  expression: E & ValidShown<E>,
  options: QuerySettings & { readonly legend?: Legend & ValidLegend<Legend, LabelsOf<E>> } = {},
): Query<RoleOf<E>, LabelsOf<E>, VariablesOf<E>> {
  const { legend, ...settings } = options;
  return { kind: 'query', node: expression.node, legend, settings } as unknown as Query<
    RoleOf<E>,
    LabelsOf<E>,
    VariablesOf<E>
  >;
}
