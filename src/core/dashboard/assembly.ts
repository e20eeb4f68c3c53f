import type { Finding } from '../model/finding.js';
import type { Position } from '../model/position.js';
import type { AnyPanel } from '../panel/panel.js';
import type { Lookup } from '../promql/analyze/lookup.js';
import type { Node } from '../promql/node.js';
import type { AnySqlQuery } from '../sql/sql-query.js';
import type { Dashboard } from './dashboard.js';
import type { Environment } from './datasource-ref.js';
import { panelId } from './panel-id.js';
import { resolveQuery, type ResolvedQuery } from './resolve-query.js';
import { resolveSql, type ResolvedSql } from './resolve-sql.js';
import { undeclaredIn } from './undeclared.js';

/** The subject of a message: in words, and the line that wrote it. */
export interface Place {
  readonly subject: string;
  readonly position: Position;
}

/** A dashboard while it is assembled: what stands around its parts, and what was found wrong with them. */
export class Assembly {
  readonly dashboard: Dashboard;
  readonly environment: Environment;
  readonly lookup: Lookup;
  readonly findings: Finding[] = [];
  readonly #declared: ReadonlySet<string>;
  readonly #ids = new Map<number, string>();
  readonly #placed = new Map<AnyPanel, string>();

  constructor(dashboard: Dashboard, environment: Environment, lookup: Lookup) {
    this.dashboard = dashboard;
    this.environment = environment;
    this.lookup = lookup;
    this.#declared = new Set([
      ...dashboard.variables.map((variable) => variable.name),
      ...environment.roles.map((role) => role.variable),
    ]);
  }

  report(id: string, { subject, position }: Place, message: string): void {
    const { uid } = this.dashboard.ref;
    this.findings.push({ id, severity: 'error', message, subject: `${uid}: ${subject}`, position });
  }

  /** A query's datasource and meaning. */
  resolve(node: Node, place: Place): ResolvedQuery {
    return resolveQuery(node, this.environment, this.lookup, (id, message) => this.report(id, place, message));
  }

  /** The datasource of a query in SQL. */
  resolveSql(query: AnySqlQuery, place: Place): ResolvedSql {
    return resolveSql(query, this.environment, (id, message) => this.report(id, place, message));
  }

  /** The id of a panel or, without a key, of a row. A collision is a finding, never probed away. */
  idOf(rowKey: string, key: string | undefined, position: Position): number {
    const id = panelId(rowKey, key);
    const name = key === undefined ? rowKey : `${rowKey}.${key}`;
    const other = this.#ids.get(id);
    if (other !== undefined) {
      const message = `the keys ${other} and ${name} have the same id ${id}: rename one`;
      this.report('panel/id-duplicate', { subject: name, position }, message);
    }
    this.#ids.set(id, name);
    return id;
  }

  /** Takes note that a panel stands somewhere; the same object twice is a finding. */
  placePanel(panel: AnyPanel, name: string, place: Place): void {
    const before = this.#placed.get(panel);
    if (before !== undefined) {
      const message = `the same panel object stands at ${before} and at ${name}: make a second one, with a recipe if need be`;
      this.report('dashboard/panel-placed-twice', place, message);
    }
    this.#placed.set(panel, name);
  }

  /** Checks variables that queries and links name. */
  checkVariables(names: readonly string[], place: Place): void {
    for (const name of new Set(names)) {
      if (!this.#declared.has(name)) this.#reportUndeclared('variable/undeclared', 'it uses', name, place);
    }
  }

  /** Checks the variable that a row or panel repeats over. */
  checkRepeat(name: string | undefined, place: Place): void {
    if (name === undefined || this.#declared.has(name)) return;
    this.#reportUndeclared('panel/repeat-undeclared', 'it repeats over', name, place);
  }

  /** Checks variables in texts. */
  checkTexts(texts: readonly (string | undefined)[], place: Place): void {
    for (const name of undeclaredIn(texts, this.#declared)) {
      this.#reportUndeclared('variable/undeclared-in-text', 'its text uses', name, place);
    }
  }

  #reportUndeclared(id: string, what: string, name: string, place: Place): void {
    const message = `${what} the variable $${name}, which the dashboard does not declare: add it to variables`;
    this.report(id, place, message);
  }
}
