import type { Json, JsonObject } from '../../model/json.js';

/*
 * What the page of the preview and the process that serves it say to each other. The page asks for panels, never for
 * PromQL: which queries a panel asks, with which variables filled in and at which step, is found out where `prove` and
 * `audit` find it out, so that the picture and the proof cannot differ. Times are Unix times in milliseconds.
 */

/** The state of a project as the page shows it. */
export interface PreviewState {
  /** Counts up with every build; what was asked in an earlier one may be out of date. */
  readonly build: number;
  readonly packs: readonly PreviewPack[];
  /** The present: a fixed instant in a simulation, undefined where the servers are live. */
  readonly now?: number | undefined;
  /** Why the last build failed; what is shown is then of the last good one. */
  readonly faults: readonly PreviewFault[];
}

/** A pack, or the files that somebody gave. */
export interface PreviewPack {
  readonly name: string;
  readonly scenarios: readonly PreviewScenario[];
  readonly dashboards: readonly PreviewDashboard[];
}

/** A state of the system that can be shown. */
export interface PreviewScenario {
  readonly name: string;
  /** A sentence. */
  readonly about: string;
}

/** A dashboard, as Grafana is given it. */
export interface PreviewDashboard {
  readonly uid: string;
  readonly title: string;
  readonly folder: string;
  /** Classic dashboard JSON. */
  readonly json: JsonObject;
  readonly panels: readonly PreviewPanelFacts[];
  /** Findings that are about no panel. */
  readonly findings: readonly PreviewFinding[];
}

/** The facts of a panel beside its JSON. */
export interface PreviewPanelFacts {
  /** Where it stands in the JSON: `panels[3]`, `panels[2].panels[0]`. A foreign panel may have no id, or that of another. */
  readonly place: string;
  /** Its TypeScript place, from the project's root: `src/dashboards/ai/live.ts:41:7`. */
  readonly source?: string | undefined;
  readonly findings: readonly PreviewFinding[];
}

/** A finding of `lint`, `prove` or of drawing, on its panel. */
export interface PreviewFinding {
  readonly id: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly next?: string | undefined;
  /** The address of its page. */
  readonly page?: string | undefined;
}

/** A mistake that stopped a build. */
export interface PreviewFault {
  readonly message: string;
  /** `src/dashboards/ai/live.ts:41:7`. */
  readonly at?: string | undefined;
  readonly next?: string | undefined;
}

/** Which state of which dashboard. */
export interface PreviewScope {
  readonly dashboard: string;
  /** The name of a scenario; without one, live servers are asked. */
  readonly scenario?: string | undefined;
  /** The choices of a viewer, by the name of the variable; `$__all` is All. What is left out stands as the dashboard opens. */
  readonly variables: Readonly<Record<string, readonly string[]>>;
  /** As Grafana writes it: `now-1h`, or a Unix time in milliseconds. */
  readonly range: { readonly from: string; readonly to: string };
}

/** Asks what a panel shows. */
export interface PanelRequest extends PreviewScope {
  readonly place: string;
  /** The width of its plot in pixels, which decides how many points it asks for. */
  readonly width: number;
  /** Of a panel that is repeated: the value of each variable that is fixed in this copy. */
  readonly repeated?: Readonly<Record<string, string>> | undefined;
}

/** The answers to the queries of a panel. */
export interface PanelAnswer {
  readonly frames: readonly PreviewFrame[];
  readonly asked: readonly AskedQuery[];
  readonly range: PreviewRange;
  /** The distance of points in milliseconds. */
  readonly interval: number;
  /** The title, links and text of the panel with its variables filled in. */
  readonly title: string;
  readonly text?: string | undefined;
}

/** A stretch of time. */
export interface PreviewRange {
  readonly from: number;
  readonly to: number;
}

/** A query as a server was asked it. */
export interface AskedQuery {
  readonly refId: string;
  /** As it was asked, with variables filled in. */
  readonly text: string;
  readonly server: string;
  readonly series: number;
  /** Why there is no answer. */
  readonly error?: string | undefined;
}

/** A table of columns, as Grafana's datasources return it. */
export interface PreviewFrame {
  readonly refId: string;
  readonly name?: string | undefined;
  readonly fields: readonly PreviewField[];
  /** `timeseries-multi`, `heatmap-cells`, … where it is known. */
  readonly meta?: { readonly type?: string; readonly preferredVisualisationType?: string } | undefined;
}

/** A column. */
export interface PreviewField {
  readonly name: string;
  readonly type: 'time' | 'number' | 'string' | 'boolean';
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Numbers that JSON cannot write are `NaN`, `+Inf` and `-Inf`. */
  readonly values: readonly Json[];
  /** The name in legends: that of the query's legend, filled in. */
  readonly displayName?: string | undefined;
  /** Of the time column: the distance of points in milliseconds. */
  readonly interval?: number | undefined;
}

/** A variable as it stands in a state. */
export interface PreviewVariable {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly isHidden: boolean;
  readonly isMulti: boolean;
  readonly hasAll: boolean;
  /** Without All. */
  readonly options: readonly { readonly value: string; readonly text: string }[];
  /** `$__all` is All. */
  readonly current: readonly string[];
  readonly error?: string | undefined;
}

/** The events that are drawn into graphs. */
export interface PreviewAnnotation {
  readonly name: string;
  readonly color: string;
  readonly isHidden: boolean;
  /** The ids of the panels that show it, or of those that do not; without it, all do. */
  readonly filter?: { readonly ids: readonly number[]; readonly exclude: boolean } | undefined;
  readonly events: readonly {
    readonly from: number;
    /** Of a region. */
    readonly to?: number | undefined;
    readonly title: string;
    readonly text: string;
    readonly tags: readonly string[];
  }[];
  readonly error?: string | undefined;
}

/** The parts of a dashboard beside its panels. */
export interface DashboardAnswer {
  readonly variables: readonly PreviewVariable[];
  readonly annotations: readonly PreviewAnnotation[];
  readonly range: PreviewRange;
}
