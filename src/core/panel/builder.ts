import { callerPosition } from '../catalog/caller.js';
import type { AnyVector, LabelsOf, RoleOf, VariablesOf } from '../promql/expression.js';
import {
  query as queryOf,
  type AnyQuery,
  type ValidLegend,
  type ValidShown,
  type QueryRole,
  type QueryVariables,
} from '../query/query.js';
import type { AnyVariable, VariableName } from '../model/variable.js';
import type { AnySqlQuery, SqlQueryRole, SqlQueryVariables } from '../sql/sql-query.js';
import { assertNamed } from './label-overrides.js';
import type { AnyDataLink, ValidLinks, LinkVariables } from './links.js';
import type { AnyOverride, ValidOverrides } from './overrides.js';
import type { ValidDisplayName, OfOneRole, ValidTitle, ValidWidth, LabelsOfAll } from './valid-panel.js';
import type { Panel, PanelDefinition, PanelOptions } from './panel.js';
import type { Json } from '../model/json.js';
import type { Plain } from './plain.js';
import type { Visualisation } from './visualisation.js';

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
    const DisplayName extends string = '',
    Sql extends AnySqlQuery = never,
  >(
    title: Title & ValidTitle<Title>,
    spec: Omit<PanelOptions, 'width' | 'overrides' | 'displayName'> & {
      readonly query?: E & ValidShown<E>;
      /** The name of each series, with `{{label}}` for a label's value. */
      readonly legend?: Legend & ValidLegend<Legend, LabelsOf<E>>;
      /** How the query is asked. Default: now, in what shows one value; over the time range, in what shows a history. */
      readonly ask?: 'instant' | 'range' | 'both';
      readonly queries?: Queries & OfOneRole<Queries, Mixed, RoleOf<E>>;
      /** The query to a PostgreSQL server: made by `sql.query()`. */
      readonly sql?: Sql;
      /** The queries may ask several roles: the panel's datasource is Grafana's `-- Mixed --`. */
      readonly mixed?: Mixed;
      readonly links?: Links & ValidLinks<Links, LabelsOfAll<E, Queries>>;
      readonly overrides?: Overrides & ValidOverrides<Overrides, LabelsOfAll<E, Queries>>;
      /** Columns of the grid, 1 to 24. Default by visualisation. */
      readonly width?: Width & ValidWidth<Width>;
      readonly repeat?: Repeat;
      /** Names series over the legend: `${__field.labels.stage}` is the value of a label. */
      readonly displayName?: DisplayName & ValidDisplayName<DisplayName, LabelsOfAll<E, Queries>>;
      /** The visualisation's own options, over our defaults. */
      readonly options?: Plain<Options>;
      /** The visualisation's own field options, over our defaults. */
      readonly custom?: Plain<Custom>;
    },
  ): Panel<
    RoleOf<E> | QueryRole<Queries[number]> | SqlQueryRole<Sql>,
    | VariablesOf<E>
    | QueryVariables<Queries[number]>
    | SqlQueryVariables<Sql>
    | LinkVariables<Links[number]>
    | VariableName<Repeat>
  >;
}

/** The parts that a recipe gives a panel: it has checked in its own signature what `PanelBuilder` checks. */
export interface RecipeSpec extends PanelOptions {
  readonly query?: AnyVector;
  readonly legend?: string;
  readonly ask?: 'instant' | 'range' | 'both';
  readonly queries?: readonly AnyQuery[];
  readonly sql?: AnySqlQuery;
  readonly mixed?: boolean;
  readonly links?: readonly AnyDataLink[];
  readonly width?: number;
  readonly options?: Json;
  readonly custom?: Json;
}

/** Makes the builder of a visualisation. */
export function panelBuilder<Options, Custom>(visualisation: Visualisation): PanelBuilder<Options, Custom> {
  const build = (title: string, spec: RecipeSpec): PanelDefinition => definePanel(visualisation, title, spec, build);
  return build as unknown as PanelBuilder<Options, Custom>;
}

/** A panel as its author wrote it. `caller` is the function that the author called. */
export function definePanel(
  visualisation: Visualisation,
  title: string,
  spec: RecipeSpec,
  caller: (...args: never[]) => unknown,
): PanelDefinition {
  const { query, legend, ask, queries = [], sql, mixed = false, links = [], options = {}, custom, ...rest } = spec;
  const single: readonly AnyQuery[] =
    query === undefined
      ? []
      : [
          queryOf(query as never, {
            ...(legend === undefined ? {} : { legend: legend as never }),
            ...(ask === undefined ? {} : { ask }),
          }),
        ];
  const panel: PanelDefinition = {
    kind: 'panel',
    visualisation,
    title,
    queries: [...single, ...queries],
    sql,
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
