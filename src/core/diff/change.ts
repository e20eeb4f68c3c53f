import type { Position } from '../model/position.js';

/** The kinds of changes that a viewer notices, as programs know them. */
export type ChangeKind =
  | 'title'
  | 'uid'
  | 'type'
  | 'description'
  | 'query'
  | 'legend'
  | 'datasource'
  | 'unit'
  | 'value'
  | 'thresholds'
  | 'mapping'
  | 'colour'
  | 'link'
  | 'override'
  | 'transformation'
  | 'repeat'
  | 'row'
  | 'variable'
  | 'annotation'
  | 'time'
  | 'refresh'
  | 'tags'
  | 'setting'
  | 'expression'
  | 'for'
  | 'label'
  | 'interval';

/** One thing that a viewer notices: from what, to what. */
export interface Change {
  readonly kind: ChangeKind;
  /** The thing in words: `unit`, `query A`, `link "Runbook"`. */
  readonly label: string;
  /** As a text; undefined where the thing was not there before. */
  readonly before: string | undefined;
  /** As a text; undefined where the thing is gone. */
  readonly after: string | undefined;
  /** The consequences, a line each: the labels, the unit, the series of a query. */
  readonly details: readonly string[];
}

/** The changes of a part, and the members of its JSON that changed where no viewer sees it. */
export interface PartChanges {
  readonly changes: readonly Change[];
  readonly quiet: readonly string[];
}

/** The sides that a part is on: the later one, the earlier one, or both. */
export type ChangeState = 'added' | 'removed' | 'changed';

/** A panel that a viewer sees otherwise. */
export interface PanelChange {
  readonly state: ChangeState;
  readonly id: number | undefined;
  /** As it is called afterwards; of a removed panel, before. */
  readonly title: string;
  readonly type: string;
  /** The title of the row that it stands in. */
  readonly row: string | undefined;
  /** Of an added panel, what it asks. */
  readonly changes: readonly Change[];
  readonly position: Position | undefined;
}

/** Panels and rows that moved alike, or became as large. */
export interface Move {
  /** `moved down by 4`, `resized 12×8 → 24×8`. */
  readonly how: string;
  /** The titles of the panels. */
  readonly panels: readonly string[];
  /** The titles of the rows. */
  readonly rows: readonly string[];
}

/** A member of the JSON that changed where no viewer sees it, and in how many places. */
export interface QuietChange {
  /** `id of a panel`, `schemaVersion`. */
  readonly what: string;
  readonly count: number;
}

/** A dashboard that differs. */
export interface DashboardChange {
  readonly state: ChangeState;
  readonly uid: string | undefined;
  readonly title: string;
  readonly file: string;
  /** Counts of an added or removed dashboard. */
  readonly counts: { readonly panels: number; readonly rows: number };
  readonly changes: readonly Change[];
  readonly panels: readonly PanelChange[];
  readonly moves: readonly Move[];
  readonly quiet: readonly QuietChange[];
  readonly position: Position | undefined;
}

/** A rule that differs. */
export interface RuleChange {
  readonly state: ChangeState;
  readonly kind: 'alert' | 'record';
  readonly name: string;
  readonly group: string;
  readonly changes: readonly Change[];
  /** The tests that name the alert, a line each: `changed: "fires after a minute"`. */
  readonly tests: readonly string[];
  readonly position: Position | undefined;
}

/** A rule file that differs. */
export interface RuleFileChange {
  readonly state: ChangeState;
  readonly file: string;
  readonly rules: readonly RuleChange[];
  readonly quiet: readonly QuietChange[];
}

/** Everything that differs between two sets of dashboards and rules. */
export interface Comparison {
  readonly dashboards: readonly DashboardChange[];
  readonly ruleFiles: readonly RuleFileChange[];
  /** Files besides, such as provisioning, that differ: by name only. */
  readonly otherFiles: readonly { readonly file: string; readonly state: ChangeState }[];
  /** How much is on both sides and does not differ. */
  readonly same: { readonly dashboards: number; readonly ruleFiles: number };
}
