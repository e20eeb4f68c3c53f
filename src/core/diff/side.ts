import type { Json } from '../model/json.js';
import type { JsonPath } from '../document/json-path.js';
import type { ReadDashboard } from '../document/read-dashboard.js';
import type { ReadRule, ReadRuleFile } from '../document/read-rule-file.js';
import type { Position } from '../model/position.js';

/** A dashboard of one side. */
export interface SideDashboard {
  /** The same on both sides where it is the same file. */
  readonly file: string;
  readonly read: ReadDashboard;
  /** The line that people edit; undefined where nobody knows. */
  readonly locate: (path: JsonPath) => Position | undefined;
}

/** A rule file of one side. */
export interface SideRules {
  readonly file: string;
  readonly read: ReadRuleFile;
  readonly locate: (rule: ReadRule) => Position | undefined;
}

/** A unit test of promtool. */
export interface SideTest {
  readonly file: string;
  readonly name: string;
  /** The alerts whose firing it says. */
  readonly alerts: readonly string[];
  readonly json: Json;
}

/** One of two sets of dashboards and rules. */
export interface Side {
  readonly dashboards: readonly SideDashboard[];
  readonly rules: readonly SideRules[];
  readonly tests: readonly SideTest[];
  /** The texts of all other files. */
  readonly others: ReadonlyMap<string, string>;
}

/** A set with nothing in it. */
export const emptySide: Side = { dashboards: [], rules: [], tests: [], others: new Map() };
