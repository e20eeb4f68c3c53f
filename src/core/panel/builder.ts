import { callerPosition } from '../catalog/caller.js';
import type { NotLiteral } from '../model/literal.js';
import type { Problem, Refuse } from '../model/problem.js';
import type { AnyVector, LabelsOf, RoleOf, VariablesOf } from '../promql/expression.js';
import {
  query as queryOf,
  type AnyQuery,
  type CheckLegend,
  type CheckShown,
  type QueryLabels,
  type QueryRole,
  type QueryVariables,
  type RoleProblem,
} from '../promql/query.js';
import type { AnyVariable, VariableName } from '../model/variable.js';
import { assertNamed } from './label-overrides.js';
import type { AnyDataLink, CheckLinks, LinkVariables } from './links.js';
import type { AnyOverride, CheckOverrides } from './overrides.js';
import type { Panel, PanelDefinition, PanelOptions, Visualisation } from './panel.js';
import type { JsonInput, Plain } from './plain.js';

type Columns = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24;

/** Refuses a title that is empty, or that the compiler does not know. `Of` names what has it. */
export type CheckTitle<Title extends string, Of extends string = 'a panel'> = Refuse<TitleProblem<Title, Of>>;

type TitleProblem<Title extends string, Of extends string> = Title extends string
  ? [NotLiteral<Title>] extends [never]
    ? WithoutSpace<Title> extends ''
      ? Problem<`${Of} needs a title: it is how a viewer knows what it answers`>
      : never
    : Problem<'a title must be written out, so that a viewer reads what a reviewer read'>
  : never;

type Space = ' ' | '\t' | '\n' | '\r' | '\u00a0';
type WithoutSpace<Text extends string> = Text extends `${Space}${infer Rest}` ? WithoutSpace<Rest> : Text;

/** Refuses a width that the grid does not have. */
export type CheckWidth<Width extends number> = number extends Width
  ? Problem<'the width must be written out: 1 to 24 columns'>
  : [Width] extends [Columns]
    ? unknown
    : Problem<`a panel of ${Exclude<Width, Columns>} columns does not fit: the grid has 24, so write a whole number from 1 to 24`>;

/** Refuses queries of two roles in a panel that is not declared mixed. `Single` is the role of its `query`. */
export type CheckOneRole<Queries extends readonly AnyQuery[], Mixed extends boolean, Single extends string = never> = CheckEach<
  Queries,
  [Single] extends [never] ? QueryRole<Queries[0]> : Single,
  Mixed
>;

type CheckEach<Queries, First extends string, Mixed extends boolean> = {
  readonly [I in keyof Queries]: Refuse<RoleProblem<QueryRole<Queries[I]>> | OtherRole<QueryRole<Queries[I]>, First, Mixed>>;
};

type OtherRole<Role extends string, First extends string, Mixed extends boolean> = [Mixed] extends [true]
  ? never
  : [Role] extends [First]
    ? never
    : Problem<`two roles in one panel: the first query asks ${First}, this one asks ${Role}; say mixed: true where that is meant`>;

/** The labels that every series of a panel carries: of its `query`, its `queries`, or both. */
type LabelsOfAll<E, Queries extends readonly AnyQuery[]> = [E] extends [never]
  ? QueryLabels<Queries[number]>
  : [Queries[number]] extends [never]
    ? LabelsOf<E>
    : Extract<LabelsOf<E>, QueryLabels<Queries[number]>>;

/**
 * Makes panels of one visualisation. `Options` are the visualisation's options and `Custom` its field options, as the
 * Foundation SDK types them.
 */
export interface PanelBuilder<Options, Custom> {
  /**
   * @param title what the panel answers, as viewers read it
   * @param spec one `query` with its `legend`, or `queries`; `width` in columns of 24
   */
  <
    const Title extends string,
    E extends AnyVector = never,
    const Legend extends string = '',
    const Queries extends readonly AnyQuery[] = readonly [],
    const Links extends readonly AnyDataLink[] = readonly [],
    const Overrides extends readonly AnyOverride[] = readonly [],
    const Width extends number = 12,
    const Mixed extends boolean = false,
    const Repeat extends AnyVariable = never,
  >(
    title: Title & CheckTitle<Title>,
    spec: Omit<PanelOptions, 'width' | 'overrides'> & {
      readonly query?: E & CheckShown<E>;
      /** The name of each series, with `{{label}}` for a label's value. */
      readonly legend?: Legend & CheckLegend<Legend, LabelsOf<E>>;
      /** How the query is asked. Default: now, in what shows one value; over the time range, in what shows a history. */
      readonly ask?: 'instant' | 'range' | 'both';
      readonly queries?: Queries & CheckOneRole<Queries, Mixed, RoleOf<E>>;
      /** The queries may ask several roles: the panel's datasource is Grafana's `-- Mixed --`. */
      readonly mixed?: Mixed;
      readonly links?: Links & CheckLinks<Links, LabelsOfAll<E, Queries>>;
      readonly overrides?: Overrides & CheckOverrides<Overrides, LabelsOfAll<E, Queries>>;
      /** Columns of the grid, 1 to 24. Default by visualisation. */
      readonly width?: Width & CheckWidth<Width>;
      readonly repeat?: Repeat;
      /** The visualisation's own options, over our defaults. */
      readonly options?: Plain<Options>;
      /** The visualisation's own field options, over our defaults. */
      readonly custom?: Plain<Custom>;
    },
  ): Panel<
    RoleOf<E> | QueryRole<Queries[number]>,
    VariablesOf<E> | QueryVariables<Queries[number]> | LinkVariables<Links[number]> | VariableName<Repeat>
  >;
}

/** What a recipe gives a panel: it has checked in its own signature what `PanelBuilder` checks. */
export interface RecipeSpec extends PanelOptions {
  readonly query?: AnyVector;
  readonly legend?: string;
  readonly ask?: 'instant' | 'range' | 'both';
  readonly queries?: readonly AnyQuery[];
  readonly mixed?: boolean;
  readonly links?: readonly AnyDataLink[];
  readonly width?: number;
  readonly options?: JsonInput;
  readonly custom?: JsonInput;
}

/** Makes the builder of a visualisation. */
export function panelBuilder<Options, Custom>(visualisation: Visualisation): PanelBuilder<Options, Custom> {
  const build = (title: string, spec: RecipeSpec): PanelDefinition => definition(visualisation, title, spec, build);
  return build as unknown as PanelBuilder<Options, Custom>;
}

/**
 * A panel made by a recipe: a function of yours over expressions whose types it does not know. Nothing is checked at
 * compile time but what your recipe's signature checks; `build` checks roles, labels and variables as ever.
 *
 * @param recipe your function, so that messages name the line that calls it
 *
 * @example
 * export function upTile<Asked extends string>(title: string, up: Vector<Asked, never, never>) {
 *   return recipePanel<Asked, never>(upTile, 'stat', title, { query: up, states: UP_DOWN });
 * }
 */
export function recipePanel<Role extends string, Variables extends string>(
  recipe: (...args: never[]) => unknown,
  visualisation: Exclude<Visualisation, 'text'>,
  title: string,
  spec: RecipeSpec,
): Panel<Role, Variables> {
  return definition(visualisation, title, spec, recipe) as Panel<Role, Variables>;
}

function definition(
  visualisation: Visualisation,
  title: string,
  spec: RecipeSpec,
  caller: (...args: never[]) => unknown,
): PanelDefinition {
  const { query, legend, ask, queries = [], mixed = false, links = [], options = {}, custom, ...rest } = spec;
  const single: readonly AnyQuery[] =
    query === undefined
      ? []
      : [queryOf(query as never, { ...(legend === undefined ? {} : { legend: legend as never }), ...(ask === undefined ? {} : { ask }) })];
  const panel: PanelDefinition = {
    kind: 'panel',
    visualisation,
    title,
    queries: [...single, ...queries],
    mixed,
    options: rest,
    visualOptions: options,
    custom,
    links,
    position: callerPosition(caller),
  };
  assertNamed(panel);
  return panel;
}
