import type { Node } from '../promql/node.js';
import type { PromqlSyntaxError } from '../promql/syntax-error.js';
import type { JsonPath } from './json-path.js';
import type { Json, JsonObject } from '../model/json.js';

/** A part that nobody understood, with the reason: it is listed, never passed over. */
export interface Unread {
  readonly path: JsonPath;
  readonly reason: string;
}

/** A datasource as a file refers to it. */
export interface DatasourceUse {
  /** `uid` and `type` of a reference; of the legacy form, the name is the uid and `legacy` is true. */
  readonly uid: string | undefined;
  readonly type: string | undefined;
  /** A bare string or `null`, as before Grafana 8.3. */
  readonly legacy: boolean;
  /** True where nothing was written, so that what stands around decides. */
  readonly inherited: boolean;
  readonly path: JsonPath;
}

/** Where a query stands. */
export type QueryOwner = 'panel' | 'variable' | 'annotation' | 'rule';

/** A Prometheus query: its text, and what it means. */
export interface ReadQuery {
  readonly owner: QueryOwner;
  /** The panel it belongs to, where it belongs to one. */
  readonly panel: ReadPanel | undefined;
  readonly refId: string | undefined;
  readonly expr: string;
  /** The tree; undefined where the text does not parse. */
  readonly node: Node | undefined;
  readonly error: PromqlSyntaxError | undefined;
  readonly datasource: DatasourceUse;
  readonly legend: string | undefined;
  readonly instant: boolean;
  readonly range: boolean;
  readonly hidden: boolean;
  /** The object of the query. */
  readonly json: JsonObject;
  readonly path: JsonPath;
  /** The text that the query stands in, and where in it: a range in a finding counts from the start of `expr`. */
  readonly exprPath: JsonPath;
  readonly exprFrom: number;
}

/** A panel, wherever it stands. Rows are not among them. */
export interface ReadPanel {
  readonly id: number | undefined;
  readonly type: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly grid: { readonly x: number; readonly y: number; readonly w: number; readonly h: number } | undefined;
  /** The title of the row it stands in. */
  readonly row: string | undefined;
  readonly datasource: DatasourceUse;
  readonly queries: readonly ReadQuery[];
  /** Targets that are no Prometheus queries, by the type of their datasource. */
  readonly others: readonly string[];
  readonly unit: string | undefined;
  readonly options: JsonObject;
  readonly fieldDefaults: JsonObject;
  readonly overrides: readonly Json[];
  readonly transformations: readonly Json[];
  readonly links: readonly ReadLink[];
  readonly repeat: string | undefined;
  readonly json: JsonObject;
  readonly path: JsonPath;
  /** Where the parts of a panel stand: it differs between classic and v2 dashboards. */
  readonly places: PanelPlaces;
}

/** Where the parts of a panel stand. */
export interface PanelPlaces {
  readonly title: JsonPath;
  readonly grid: JsonPath;
  readonly unit: JsonPath;
  readonly fieldDefaults: JsonPath;
  readonly overrides: JsonPath;
  readonly options: JsonPath;
  readonly transformations: JsonPath;
  readonly targets: JsonPath;
}

/** A row. */
export interface ReadRow {
  readonly id: number | undefined;
  readonly title: string;
  readonly collapsed: boolean;
  readonly y: number | undefined;
  readonly repeat: string | undefined;
  readonly json: JsonObject;
  readonly path: JsonPath;
}

/** A dashboard variable. */
export interface ReadVariable {
  readonly name: string;
  readonly type: string;
  readonly hide: number;
  readonly multi: boolean;
  readonly includeAll: boolean;
  readonly allValue: string | undefined;
  readonly regex: string | undefined;
  readonly refresh: number | undefined;
  /** The text of its query: of a Prometheus variable `label_values(…)` and its like, of a custom one the list. */
  readonly query: string | undefined;
  readonly datasource: DatasourceUse;
  /** The PromQL inside, where there is some. */
  readonly queries: readonly ReadQuery[];
  /** The values that are written in the file. */
  readonly options: readonly string[];
  readonly current: readonly string[];
  readonly skipUrlSync: boolean;
  readonly json: JsonObject;
  readonly path: JsonPath;
}

/** An annotation query. */
export interface ReadAnnotation {
  readonly name: string;
  readonly builtIn: boolean;
  readonly datasource: DatasourceUse;
  readonly queries: readonly ReadQuery[];
  readonly json: JsonObject;
  readonly path: JsonPath;
}

/** A link of a dashboard or of a panel. */
export interface ReadLink {
  readonly title: string;
  readonly type: string | undefined;
  readonly url: string | undefined;
  readonly includeVars: boolean;
  readonly keepTime: boolean;
  readonly json: JsonObject;
  readonly path: JsonPath;
}

/**
 * A dashboard, whatever it was written in. Where the form is v2, `json` of it and its parts is in the words of a
 * classic dashboard all the same (`panel.json.targets`, `dashboard.json.time`), while paths lead to what was written.
 */
export interface ReadDashboard {
  /** `library`: panels without a dashboard around them, so that checks of dashboards have nothing to say. */
  readonly form: 'classic' | 'v2' | 'library';
  readonly uid: string | undefined;
  readonly title: string;
  readonly schemaVersion: number | undefined;
  readonly panels: readonly ReadPanel[];
  readonly rows: readonly ReadRow[];
  readonly variables: readonly ReadVariable[];
  readonly annotations: readonly ReadAnnotation[];
  readonly links: readonly ReadLink[];
  /** Every Prometheus query: of panels, variables and annotations. */
  readonly queries: readonly ReadQuery[];
  readonly unread: readonly Unread[];
  readonly json: JsonObject;
  readonly path: JsonPath;
}
