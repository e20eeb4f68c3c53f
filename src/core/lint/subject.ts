import type { Node } from '../promql/node.js';
import type { PromqlSyntaxError } from '../promql/syntax-error.js';
import type { JsonPath } from './json-path.js';

/** A JSON value of a file that anybody wrote: nothing about it is certain. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** An object of such a file. */
export type JsonRecord = { readonly [key: string]: Json | undefined };

/** What nobody understood, with the reason: it is listed, never passed over. */
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
  /** Whether nothing was written, so that what stands around decides. */
  readonly inherited: boolean;
  readonly path: JsonPath;
}

/** Where a query stands. */
export type QueryOwner = 'panel' | 'variable' | 'annotation' | 'rule';

/** A Prometheus query: its text, and what it means. */
export interface LintedQuery {
  readonly owner: QueryOwner;
  /** The panel it belongs to, where it belongs to one. */
  readonly panel: LintedPanel | undefined;
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
  readonly json: JsonRecord;
  readonly path: JsonPath;
  /** The text that the query stands in, and where in it: a range in a finding counts from the start of `expr`. */
  readonly exprPath: JsonPath;
  readonly exprFrom: number;
}

/** A panel, wherever it stands. Rows are not among them. */
export interface LintedPanel {
  readonly id: number | undefined;
  readonly type: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly grid: { readonly x: number; readonly y: number; readonly w: number; readonly h: number } | undefined;
  /** The title of the row it stands in. */
  readonly row: string | undefined;
  readonly datasource: DatasourceUse;
  readonly queries: readonly LintedQuery[];
  /** Targets that are no Prometheus queries, by the type of their datasource. */
  readonly others: readonly string[];
  readonly unit: string | undefined;
  readonly options: JsonRecord;
  readonly fieldDefaults: JsonRecord;
  readonly overrides: readonly Json[];
  readonly transformations: readonly Json[];
  readonly links: readonly LintedLink[];
  readonly repeat: string | undefined;
  readonly json: JsonRecord;
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
export interface LintedRow {
  readonly id: number | undefined;
  readonly title: string;
  readonly collapsed: boolean;
  readonly y: number | undefined;
  readonly repeat: string | undefined;
  readonly json: JsonRecord;
  readonly path: JsonPath;
}

/** A dashboard variable. */
export interface LintedVariable {
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
  readonly queries: readonly LintedQuery[];
  /** The values that are written in the file. */
  readonly options: readonly string[];
  readonly current: readonly string[];
  readonly skipUrlSync: boolean;
  readonly json: JsonRecord;
  readonly path: JsonPath;
}

/** An annotation query. */
export interface LintedAnnotation {
  readonly name: string;
  readonly builtIn: boolean;
  readonly datasource: DatasourceUse;
  readonly queries: readonly LintedQuery[];
  readonly json: JsonRecord;
  readonly path: JsonPath;
}

/** A link of a dashboard or of a panel. */
export interface LintedLink {
  readonly title: string;
  readonly type: string | undefined;
  readonly url: string | undefined;
  readonly includeVars: boolean;
  readonly keepTime: boolean;
  readonly json: JsonRecord;
  readonly path: JsonPath;
}

/**
 * A dashboard, whatever it was written in. Where the form is v2, `json` of it and its parts is in the words of a classic
 * dashboard all the same (`panel.json.targets`, `dashboard.json.time`), while paths lead to what was written.
 */
export interface LintedDashboard {
  /** `library`: panels without a dashboard around them, so that checks of dashboards have nothing to say. */
  readonly form: 'classic' | 'v2' | 'library';
  readonly uid: string | undefined;
  readonly title: string;
  readonly schemaVersion: number | undefined;
  readonly panels: readonly LintedPanel[];
  readonly rows: readonly LintedRow[];
  readonly variables: readonly LintedVariable[];
  readonly annotations: readonly LintedAnnotation[];
  readonly links: readonly LintedLink[];
  /** Every Prometheus query: of panels, variables and annotations. */
  readonly queries: readonly LintedQuery[];
  readonly unread: readonly Unread[];
  readonly json: JsonRecord;
  readonly path: JsonPath;
}

/** A rule of a Prometheus rule file. */
export interface LintedRule {
  readonly kind: 'alert' | 'record';
  readonly name: string;
  readonly group: string;
  readonly expr: string;
  readonly node: Node | undefined;
  readonly error: PromqlSyntaxError | undefined;
  readonly for: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly interval: string | undefined;
  readonly json: JsonRecord;
  readonly path: JsonPath;
  readonly exprPath: JsonPath;
}

/** A Prometheus rule file. */
export interface LintedRuleFile {
  readonly rules: readonly LintedRule[];
  readonly unread: readonly Unread[];
  readonly path: JsonPath;
}
