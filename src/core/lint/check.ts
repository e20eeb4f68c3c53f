import type { Severity } from '../model/finding.js';
import type { LintOptions } from '../model/lint-settings.js';
import type { Lookup } from '../promql/analyze/lookup.js';
import type { JsonPath, TextRange } from '../document/json-path.js';
import type { CheckOptions } from './options/check-options.js';
import type { Json } from '../model/json.js';
import type { ReadDashboard, ReadPanel, ReadQuery, ReadVariable } from '../document/read-dashboard.js';
import type { ReadRule, ReadRuleFile } from '../document/read-rule-file.js';

/** The knowledge of a check besides what it looks at. */
export interface LintContext {
  /**
   * The catalog, where one was given: without one, nothing about metrics is known, and checks of metrics say nothing.
   */
  readonly catalog: Lookup | undefined;
  /** The pack, where one was given: its roles and what they are bound to. */
  readonly pack: LintPack | undefined;
  /**
   * Uids of the dashboards that there are: of the pack, or of everything that is linted; undefined where one alone is.
   */
  readonly dashboards: ReadonlyMap<string, DashboardNames> | undefined;
  /** Where the dashboards stand whose uid stands more than once in what is linted, in the order they are read. */
  readonly copies?: ReadonlyMap<string, readonly DashboardPlace[]>;
  /** The file that is linted, as `copies` name it. */
  readonly file?: string;
  /** Names of the series that rules record, where rule files are linted too. */
  readonly recorded: ReadonlySet<string>;
  /** The scrape interval in seconds, where it is known. */
  readonly scrapeInterval: number | undefined;
  /** The configured options of checks, by their ids. */
  readonly options?: LintOptions;
}

/** The names in one dashboard that checks of other dashboards need. */
export interface DashboardNames {
  readonly title: string;
  readonly variables: readonly string[];
  /** Those of them that are drop-downs of datasources which nothing follows. */
  readonly idle?: readonly string[];
  /** The values that viewers can choose, by variable, of those variables whose values are written in the file. */
  readonly offers?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Where a dashboard stands. */
export interface DashboardPlace {
  readonly title: string;
  readonly file: string;
  /** The way to it in the file. */
  readonly path: JsonPath;
}

/** A pack, as far as checks need it. */
export interface LintPack {
  readonly name: string;
  readonly roles: readonly {
    readonly name: string;
    readonly pinned: boolean;
    readonly variable: string;
    readonly uid: string;
  }[];
  /** Uids of the datasources that the pack provisions. */
  readonly uids: ReadonlySet<string>;
}

/** One problem, as a check reports it: the runner adds who, where and how severe. */
export interface Problem {
  /** One sentence that names the cause. */
  readonly message: string;
  /** The way to the value, in the document. Default: that of what was looked at. */
  readonly path?: JsonPath;
  /** The part of the query, where the problem is in one. Counts from the start of the query's text. */
  readonly range?: TextRange;
  /** The way to correct it. */
  readonly fix?: string;
  /** A certain and local change, which `--fix` makes. */
  readonly change?: Change;
  /** Several, which put it right together. */
  readonly changes?: readonly Change[];
  /** Where this one is more or less certain than the check at large. */
  readonly severity?: Severity;
}

/**
 * A change of a file: the value at a path becomes another; `undefined` removes it. What is not there is added: a member
 * to an object, an item at the end of a list.
 */
export interface Change {
  readonly path: JsonPath;
  readonly value: Json | undefined;
}

/** Facts of every check. */
interface CheckFacts {
  /** `<group>/<id>`: its file below `checks/` is named so, and so are its test and its page. */
  readonly id: string;
  /** `error`: certainly wrong; `warning`: probably wrong; `note`: style. */
  readonly severity: Severity;
  /** The problem it finds, in one line. */
  readonly summary: string;
  /** The options it accepts. */
  readonly options?: CheckOptions;
  /** A house style: it runs only where the configuration, or `--only`, asks for it. */
  readonly isOff?: true;
}

/** Looks at a whole dashboard. */
export interface DashboardCheck extends CheckFacts {
  readonly looksAt: 'dashboard';
  check(dashboard: ReadDashboard, context: LintContext): Iterable<Problem>;
}

/** Looks at one panel. */
export interface PanelCheck extends CheckFacts {
  readonly looksAt: 'panel';
  check(panel: ReadPanel, dashboard: ReadDashboard, context: LintContext): Iterable<Problem>;
}

/** Looks at one query, of a panel, a variable or an annotation. */
export interface QueryCheck extends CheckFacts {
  readonly looksAt: 'query';
  check(query: ReadQuery, dashboard: ReadDashboard, context: LintContext): Iterable<Problem>;
}

/** Looks at one variable. */
export interface VariableCheck extends CheckFacts {
  readonly looksAt: 'variable';
  check(variable: ReadVariable, dashboard: ReadDashboard, context: LintContext): Iterable<Problem>;
}

/** Looks at one alert or recording rule. */
export interface RuleCheck extends CheckFacts {
  readonly looksAt: 'rule';
  check(rule: ReadRule, file: ReadRuleFile, context: LintContext): Iterable<Problem>;
}

/** A check: it finds one kind of problem. */
export type Check = DashboardCheck | PanelCheck | QueryCheck | VariableCheck | RuleCheck;
