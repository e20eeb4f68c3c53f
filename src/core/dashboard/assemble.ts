import type { Finding } from '../model/finding.js';
import type { Position } from '../model/position.js';
import type { JsonObject } from '../model/json.js';
import type { Lookup } from '../promql/analyze/lookup.js';
import { assemblePanel, sizeOf, type AssembledPanel } from './assemble-panel.js';
import { Assembly } from './assembly.js';
import type { Dashboard } from './dashboard.js';
import type { Environment } from './datasource-ref.js';
import { builtInAnnotation, emitAnnotation } from './emit-annotation.js';
import { emitDashboardLink } from './emit-links.js';
import { emitRoleVariable, emitVariable } from './emit-variables.js';
import type { DashboardFacts, LinkFacts, OtherQueryFacts } from './facts.js';
import { flow, type GridPlace } from './layout.js';
import type { AnyRow } from './row.js';

/** Grafana's version of the dashboard JSON, as the Foundation SDK writes it. */
const schemaVersion = 42;
const lastHour = { from: 'now-1h', to: 'now' } as const;
const cursors = { off: 0, crosshair: 1, tooltip: 2 } as const;

/** A dashboard as Grafana reads it, what is wrong with it, and what it asks. */
export interface AssembledDashboard {
  readonly json: JsonObject;
  readonly findings: readonly Finding[];
  readonly facts: DashboardFacts;
}

/** A part of a dashboard, and the query it asks. */
interface AssembledPart {
  readonly json: JsonObject;
  readonly facts?: OtherQueryFacts;
}

/** Builds a dashboard for an environment: positions, ids, datasources, units and descriptions follow from what it is. */
export function assembleDashboard(dashboard: Dashboard, environment: Environment, lookup: Lookup): AssembledDashboard {
  const assembly = new Assembly(dashboard, environment, lookup);
  const { emitted, panels } = assembleRows(assembly);
  const variables = assembleVariables(assembly);
  const annotations = assembleAnnotations(assembly);
  return {
    json: {
      uid: dashboard.ref.uid,
      title: dashboard.ref.title,
      description: dashboard.description,
      tags: dashboard.tags,
      timezone: dashboard.timezone,
      editable: false,
      graphTooltip: cursors[dashboard.cursor],
      time: { ...(dashboard.time ?? lastHour) },
      timepicker: {},
      refresh: dashboard.refresh ?? '',
      schemaVersion,
      panels: emitted,
      templating: {
        list: [
          ...environment.roles.map((role) => emitRoleVariable(role, environment)),
          ...variables.map(({ json }) => json),
        ],
      },
      annotations: { list: [builtInAnnotation, ...annotations.map(({ json }) => json)] },
      links: (dashboard.links ?? []).map(emitDashboardLink),
      ...dashboard.sdk,
    },
    findings: assembly.findings,
    facts: {
      ref: dashboard.ref,
      position: dashboard.position,
      panels: panels.map(({ facts }) => facts),
      others: [...variables, ...annotations].flatMap(({ facts }) => (facts === undefined ? [] : [facts])),
      variables: dashboard.variables.map((variable) => variable.name),
      places: { variables: placesOf(dashboard.variables), annotations: placesOf(dashboard.annotations) },
      links: [...panels.flatMap(({ links }) => links), ...linksOf(dashboard)],
    },
  };
}

function assembleRows(assembly: Assembly): {
  readonly emitted: readonly JsonObject[];
  readonly panels: readonly AssembledPanel[];
} {
  const emitted: JsonObject[] = [];
  const all: AssembledPanel[] = [];
  let top = 0;
  for (const [rowKey, row] of Object.entries(assembly.dashboard.rows)) {
    checkRow(rowKey, row, assembly);
    const heading = row.title === undefined ? undefined : headingOf(rowKey, row, top, assembly);
    const start = heading === undefined ? top : top + 1;
    const entries = Object.entries(row.panels);
    const sizes = entries.map(([, panel]) => sizeOf(panel, row));
    const { places, bottom } = flow(sizes, start);
    const panels = entries.map(([key, panel], index) =>
      assemblePanel(panel, { rowKey, row, key, grid: places[index] as GridPlace }, assembly),
    );
    all.push(...panels);
    const inside = panels.map(({ json }) => json);
    if (heading === undefined) emitted.push(...inside);
    else if (row.collapsed) emitted.push({ ...heading, panels: inside });
    else emitted.push({ ...heading, panels: [] }, ...inside);
    top = row.collapsed ? start : bottom;
  }
  return { emitted, panels: all };
}

function headingOf(rowKey: string, row: AnyRow, y: number, assembly: Assembly): JsonObject {
  return {
    id: assembly.idOf(rowKey, undefined, row.position),
    type: 'row',
    title: row.title,
    collapsed: row.collapsed,
    gridPos: { x: 0, y, w: 24, h: 1 },
    repeat: row.repeat?.name,
  };
}

/** The problems that types cannot see where keys and titles are computed. */
function checkRow(rowKey: string, row: AnyRow, assembly: Assembly): void {
  const subject = row.title === undefined ? `section "${rowKey}"` : `row "${row.title}"`;
  const place = { subject, position: row.position };
  for (const key of [rowKey, ...Object.keys(row.panels)]) {
    if (!/^\d+$/.test(key)) continue;
    const message = `the key ${key} is a number: JavaScript moves it to the front, so name it`;
    assembly.report('dashboard/numeric-key', place, message);
  }
  assembly.checkRepeat(row.repeat?.name, place);
  assembly.checkTexts([row.title], place);
}

function assembleVariables(assembly: Assembly): readonly AssembledPart[] {
  const names = new Set(assembly.environment.roles.map((role) => role.variable));
  return assembly.dashboard.variables.map((variable) => {
    const { name, position, definition } = variable;
    const place = { subject: `variable "${name}"`, position };
    if (names.has(name)) {
      const message = `the dashboard has two variables with the name "${name}", and Grafana knows them by it: name one of them otherwise`;
      assembly.report('variable/duplicate-name', place, message);
    }
    names.add(name);
    if (definition.type !== 'query') return { json: emitVariable(variable, undefined) };
    const { facts, ref } = assembly.resolve(definition.selector, place);
    assembly.checkVariables(facts.variables, place);
    return { json: emitVariable(variable, ref), facts: { ...facts, refId: name, subject: place.subject } };
  });
}

function assembleAnnotations(assembly: Assembly): readonly AssembledPart[] {
  return assembly.dashboard.annotations.map((annotation) => {
    const place = { subject: `annotation "${annotation.name}"`, position: annotation.position };
    const { facts, ref } = assembly.resolve(annotation.node, place);
    assembly.checkVariables(facts.variables, place);
    return { json: emitAnnotation(annotation, ref), facts: { ...facts, refId: 'Anno', subject: place.subject } };
  });
}

function linksOf({ links = [], position }: Dashboard): readonly LinkFacts[] {
  return links.flatMap(({ to, title }) =>
    typeof to === 'string' ? [] : [{ to, sets: [], subject: `link "${title}"`, position }],
  );
}

function placesOf(
  list: readonly { readonly name: string; readonly position: Position }[],
): ReadonlyMap<string, Position> {
  return new Map(list.map(({ name, position }) => [name, position]));
}
