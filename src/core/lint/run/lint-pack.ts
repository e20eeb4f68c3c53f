import type { Position } from '../../model/position.js';
import type { JsonPath } from '../../document/json-path.js';
import type { LintSource } from './lint-document.js';
import type { ReadDashboard } from '../../document/read-dashboard.js';
import type { ReadRuleFile } from '../../document/read-rule-file.js';

/** The lines of TypeScript that made the parts of a dashboard. */
export interface DashboardLines {
  readonly dashboard: Position;
  /** By their ids. */
  readonly panels: ReadonlyMap<number, Position>;
  /** By their names. */
  readonly variables: ReadonlyMap<string, Position>;
  readonly annotations: ReadonlyMap<string, Position>;
}

/** A dashboard that a pack made, to be linted: its problems stand at the lines that made what they are about. */
export function packSource(dashboard: ReadDashboard, lines: DashboardLines): LintSource {
  return {
    dashboards: [dashboard],
    ruleFiles: [],
    unread: [],
    locate: (path) => ({ position: lineOf(path, dashboard, lines) }),
  };
}

/**
 * A rule file that a pack made, to be linted.
 *
 * @param lines those that made its rules, in their order; what is about none of them stands at the first
 */
export function ruleFileSource(file: ReadRuleFile, lines: readonly Position[]): LintSource {
  const own = new Map(file.rules.map(({ path }, index) => [path.join('\0'), lines[index]]));
  return {
    dashboards: [],
    ruleFiles: [file],
    unread: [],
    locate(_path, _range, { rule }) {
      const position = (rule === undefined ? undefined : own.get(rule.path.join('\0'))) ?? lines[0];
      return position === undefined ? {} : { position };
    },
  };
}

function lineOf(path: JsonPath, dashboard: ReadDashboard, lines: DashboardLines): Position {
  const panel = dashboard.panels.findLast((each) => isWithin(path, each.path));
  const variable = dashboard.variables.find((each) => isWithin(path, each.path));
  const annotation = dashboard.annotations.find((each) => isWithin(path, each.path));
  return (
    (panel?.id === undefined ? undefined : lines.panels.get(panel.id)) ??
    (variable === undefined ? undefined : lines.variables.get(variable.name)) ??
    (annotation === undefined ? undefined : lines.annotations.get(annotation.name)) ??
    lines.dashboard
  );
}

function isWithin(path: JsonPath, around: JsonPath): boolean {
  return around.every((step, index) => path[index] === step);
}
