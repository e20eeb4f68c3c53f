import type { Lookup } from '../promql/analyze/lookup.js';
import type { Finding } from '../model/finding.js';
import type { Position } from '../model/position.js';
import { grafanaUnit } from '../model/unit.js';
import { emitPanel } from '../panel/emit-panel.js';
import { emitTarget, refId } from '../panel/emit-target.js';
import type { JsonObject } from '../panel/merge.js';
import type { AnyPanel } from '../panel/panel.js';
import { defaultsOf } from '../panel/visual-defaults.js';
import type { Dashboard } from './dashboard.js';
import { mixedDatasource, type Environment } from './datasource-ref.js';
import { panelProblems } from './check-panel.js';
import { descriptionOf } from './describe-queries.js';
import { emitAnnotation } from './emit-annotation.js';
import { emitDashboardLink, emitDataLink } from './emit-links.js';
import { emitRoleVariable, emitVariable } from './emit-variables.js';
import type { DashboardFacts, LinkFacts, PanelFacts, QueryFacts } from './facts.js';
import { flow } from './layout.js';
import { panelId } from './panel-id.js';
import { resolveQuery, type ResolvedQuery } from './resolve-query.js';
import type { AnyRow } from './row.js';
import { undeclaredIn } from './undeclared.js';

/** Grafana's version of the dashboard JSON, as the Foundation SDK writes it. */
const schemaVersion = 42;
const cursors = { off: 0, crosshair: 1, tooltip: 2 } as const;

/** A dashboard as Grafana reads it, what is wrong with it, and what it asks. */
export interface AssembledDashboard {
  readonly json: JsonObject;
  readonly findings: readonly Finding[];
  readonly facts: DashboardFacts;
}

/** Builds a dashboard for an environment: positions, ids, datasources, units and descriptions follow from what it is. */
export function assembleDashboard(dashboard: Dashboard, environment: Environment, lookup: Lookup): AssembledDashboard {
  return new Assembly(dashboard, environment, lookup).assemble();
}

class Assembly {
  readonly #dashboard: Dashboard;
  readonly #environment: Environment;
  readonly #lookup: Lookup;
  readonly #findings: Finding[] = [];
  readonly #panels: PanelFacts[] = [];
  readonly #others: (QueryFacts & { readonly subject: string })[] = [];
  readonly #links: LinkFacts[] = [];
  readonly #ids = new Map<number, string>();
  readonly #placed = new Map<AnyPanel, string>();

  constructor(dashboard: Dashboard, environment: Environment, lookup: Lookup) {
    this.#dashboard = dashboard;
    this.#environment = environment;
    this.#lookup = lookup;
  }

  assemble(): AssembledDashboard {
    const dashboard = this.#dashboard;
    const panels = this.#rows();
    const variables = [
      ...this.#environment.roles.map((role) => emitRoleVariable(role, this.#environment)),
      ...this.#variables(),
    ];
    const annotations = this.#annotations();
    for (const link of dashboard.links) {
      if (typeof link.to !== 'string') {
        this.#links.push({ to: link.to, sets: [], subject: `link "${link.title}"`, position: dashboard.position });
      }
    }
    return {
      json: {
        uid: dashboard.ref.uid,
        title: dashboard.ref.title,
        ...(dashboard.description === undefined ? {} : { description: dashboard.description }),
        tags: dashboard.tags,
        timezone: dashboard.timezone,
        editable: false,
        graphTooltip: cursors[dashboard.cursor],
        time: { ...dashboard.time },
        timepicker: {},
        refresh: dashboard.refresh,
        schemaVersion,
        panels,
        templating: { list: variables },
        annotations: { list: annotations },
        links: dashboard.links.map(emitDashboardLink),
        ...dashboard.sdk,
      },
      findings: this.#findings,
      facts: {
        ref: dashboard.ref,
        position: dashboard.position,
        panels: this.#panels,
        others: this.#others,
        variables: dashboard.variables.map((variable) => variable.name),
        links: this.#links,
      },
    };
  }

  #rows(): readonly JsonObject[] {
    const emitted: JsonObject[] = [];
    let top = 0;
    for (const [rowKey, row] of Object.entries(this.#dashboard.rows)) {
      const heading = row.title === undefined ? undefined : this.#heading(rowKey, row, top);
      const start = heading === undefined ? top : top + 1;
      const entries = Object.entries(row.panels);
      const { places, bottom } = flow(
        entries.map(([, panel]) => sizeOf(panel)),
        start,
      );
      const panels = entries.map(([key, panel], index) => this.#panel(rowKey, key, panel, places[index] as never));
      if (heading === undefined) emitted.push(...panels);
      else if (row.collapsed) emitted.push({ ...heading, panels });
      else emitted.push({ ...heading, panels: [] }, ...panels);
      top = row.collapsed ? start : bottom;
    }
    return emitted;
  }

  #heading(rowKey: string, row: AnyRow, y: number): JsonObject {
    return {
      id: this.#id(rowKey, undefined, row.position),
      type: 'row',
      title: row.title,
      collapsed: row.collapsed,
      gridPos: { x: 0, y, w: 24, h: 1 },
      ...(row.repeat === undefined ? {} : { repeat: row.repeat.name }),
    };
  }

  #panel(
    rowKey: string,
    key: string,
    panel: AnyPanel,
    gridPos: { x: number; y: number; w: number; h: number },
  ): JsonObject {
    const subject = `panel "${panel.title}"`;
    const before = this.#placed.get(panel);
    if (before !== undefined) {
      this.#report(
        'dashboard/panel-placed-twice',
        subject,
        panel.position,
        `the same panel object stands at ${before} and at ${rowKey}.${key}: make a second one, with a recipe if need be`,
      );
    }
    this.#placed.set(panel, `${rowKey}.${key}`);
    const resolved = panel.queries.map((query) => this.#resolve(query.node, subject, panel.position));
    const carried = resolved.map(({ analysis }) => analysis.carried);
    for (const { id, message } of panelProblems(panel, carried)) this.#report(id, subject, panel.position, message);
    const first = resolved[0]?.ref;
    const datasource = panel.mixed ? mixedDatasource : first;
    const manySeries = panel.queries.length > 1 || carried.some(({ labels }) => labels.size > 0);
    const defaults = defaultsOf(panel.visualisation, manySeries);
    const id = this.#id(rowKey, key, panel.position);
    this.#undeclared(
      [panel.title, panel.options.description, ...panel.queries.map((query) => query.legend), textOf(panel)],
      subject,
      panel.position,
    );
    for (const link of panel.links) {
      if (typeof link.to !== 'string')
        this.#links.push({ to: link.to, sets: Object.keys(link.set), subject, position: panel.position });
    }
    this.#panels.push({
      id,
      key,
      row: rowKey,
      title: panel.title,
      visualisation: panel.visualisation,
      position: panel.position,
      datasource: datasource?.uid,
      queries: resolved.map((query, index) => ({ refId: refId(index), ...query.facts })),
    });
    return emitPanel(panel, {
      id,
      gridPos,
      datasource,
      targets: panel.queries.map((query, index) =>
        emitTarget(
          query,
          refId(index),
          (resolved[index] as ResolvedQuery).facts.expr,
          (resolved[index] as ResolvedQuery).ref,
          defaults,
        ),
      ),
      unit: panel.options.unit ?? commonUnit(resolved),
      description: descriptionOf(panel.queries.map((query) => query.node)),
      manySeries,
      links: panel.links.map((link) => emitDataLink(link, this.#dashboard.variables)),
    });
  }

  #resolve(node: Parameters<typeof resolveQuery>[0], subject: string, position: Position): ResolvedQuery {
    return resolveQuery(node, this.#environment, this.#lookup, (id, message) =>
      this.#report(id, subject, position, message),
    );
  }

  #variables(): readonly JsonObject[] {
    return this.#dashboard.variables.map((variable) => {
      if (variable.definition.type !== 'query') return emitVariable(variable, undefined);
      const subject = `variable "${variable.name}"`;
      const { facts, ref } = this.#resolve(variable.definition.selector, subject, variable.position);
      this.#others.push({ ...facts, refId: variable.name, subject });
      return emitVariable(variable, ref);
    });
  }

  #annotations(): readonly JsonObject[] {
    const builtIn = {
      builtIn: 1,
      datasource: { type: 'grafana', uid: '-- Grafana --' },
      enable: true,
      hide: true,
      iconColor: 'rgba(0, 211, 255, 1)',
      name: 'Annotations & Alerts',
      type: 'dashboard',
    };
    return [
      builtIn,
      ...this.#dashboard.annotations.map((annotation) => {
        const subject = `annotation "${annotation.name}"`;
        const { facts, ref } = this.#resolve(annotation.node, subject, annotation.position);
        this.#others.push({ ...facts, refId: 'Anno', subject });
        return emitAnnotation(annotation, ref);
      }),
    ];
  }

  #id(rowKey: string, key: string | undefined, position: Position): number {
    const id = panelId(rowKey, key);
    const name = key === undefined ? rowKey : `${rowKey}.${key}`;
    const other = this.#ids.get(id);
    if (other !== undefined) {
      this.#report(
        'dashboard/panel-id-collision',
        name,
        position,
        `the keys ${other} and ${name} have the same id ${id}: rename one`,
      );
    }
    this.#ids.set(id, name);
    return id;
  }

  #undeclared(texts: readonly (string | undefined)[], subject: string, position: Position): void {
    const declared = new Set([
      ...this.#dashboard.variables.map((variable) => variable.name),
      ...this.#environment.roles.map((role) => role.variable),
    ]);
    for (const name of undeclaredIn(texts, declared)) {
      this.#report(
        'dashboard/undeclared-variable',
        subject,
        position,
        `its text uses the variable $${name}, which the dashboard does not declare`,
      );
    }
  }

  #report(id: string, subject: string, position: Position, message: string): void {
    this.#findings.push({
      id,
      severity: 'error',
      message,
      subject: `${this.#dashboard.ref.uid}: ${subject}`,
      position,
    });
  }
}

/** The unit that all queries of a panel have. */
function commonUnit(queries: readonly ResolvedQuery[]): string | undefined {
  const units = new Set(queries.map(({ analysis }) => grafanaUnit(analysis.unit)));
  return units.size === 1 ? [...units][0] : undefined;
}

function sizeOf(panel: AnyPanel): { width: number; height: number } {
  const { width, height } = defaultsOf(panel.visualisation, false);
  return { width: panel.options.width ?? width, height: panel.options.height ?? height };
}

function textOf(panel: AnyPanel): string | undefined {
  const options = panel.visualOptions as JsonObject;
  return panel.visualisation === 'text' ? String(options['content']) : undefined;
}
