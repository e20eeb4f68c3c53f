import type { JsonPath } from '../json-path.js';
import type { JsonObject } from '../../model/json.js';
import type { DatasourceUse, ReadLink, ReadPanel, ReadQuery, PanelPlaces, Unread } from '../read-dashboard.js';
import type { Found } from './found.js';
import { limits } from './limits.js';
import { isLogql } from './logql.js';
import { readQuery } from './query.js';
import { listOf, numberOf, recordOf, textOf } from './values.js';

/** One of a panel's targets, and its place. */
export interface TargetSource {
  readonly json: JsonObject;
  readonly path: JsonPath;
  readonly datasource: DatasourceUse;
}

/** A panel in the words of a classic dashboard, with what depends on the form that it was written in. */
export interface PanelSource {
  readonly json: JsonObject;
  readonly path: JsonPath;
  readonly places: PanelPlaces;
  readonly row: string | undefined;
  readonly datasource: DatasourceUse;
  readonly targets: Iterable<TargetSource>;
  readonly links: readonly ReadLink[];
}

/** Reads a panel with its queries. */
export function readPanel(source: PanelSource, found: Found): ReadPanel {
  const { json, path, row, datasource, links } = source;
  const queries: ReadQuery[] = [];
  const others: string[] = [];
  const fieldConfig = recordOf(json['fieldConfig']);
  const fieldDefaults = recordOf(fieldConfig['defaults']);
  const panel: ReadPanel = {
    id: numberOf(json['id']),
    type: textOf(json['type']) ?? '',
    title: textOf(json['title']) ?? '',
    description: textOf(json['description']),
    grid: readGrid(json),
    row,
    datasource,
    queries,
    others,
    unit: textOf(fieldDefaults['unit']),
    options: recordOf(json['options']),
    fieldDefaults,
    overrides: listOf(fieldConfig['overrides']),
    transformations: listOf(json['transformations']),
    links,
    repeat: textOf(json['repeat']),
    json,
    path,
    places: source.places,
  };
  for (const target of source.targets) readTarget(target, panel, { queries, others }, found);
  return panel;
}

interface Targets {
  readonly queries: ReadQuery[];
  readonly others: string[];
}

function readTarget(
  { json, path, datasource }: TargetSource,
  panel: ReadPanel,
  { queries, others }: Targets,
  found: Found,
): void {
  if (!isPrometheus(datasource.type) || (datasource.type === undefined && isLogql(textOf(json['expr']) ?? ''))) {
    others.push(datasource.type ?? 'unknown');
    return;
  }
  if (found.queries >= limits.queries || found.queriesLength >= limits.queriesLength) {
    listOnce(found.unread, { path, reason: 'more queries than are read: the rest is not' });
    return;
  }
  const query = readQuery(json, path, { owner: 'panel', datasource, panel, parse: found.parse });
  if (query !== undefined) {
    found.queries += 1;
    found.queriesLength += query.expr.length;
    queries.push(query);
    return;
  }
  others.push(datasource.type ?? 'unknown');
  if (datasource.type !== undefined && !isGrafanaOwn(datasource))
    found.unread.push({ path, reason: 'the target has no query' });
}

function listOnce(unread: Unread[], entry: Unread): void {
  if (!unread.some(({ reason }) => reason === entry.reason)) unread.push(entry);
}

/** True where a type of datasource is asked in PromQL. Old files do not say the type: a text under `expr` decides. */
export function isPrometheus(type: string | undefined): boolean {
  return type === undefined || type === '-- Mixed --' || type === 'datasource' || type.includes('prometheus');
}

/**
 * True where a use means one of Grafana's own datasources, which have no queries: `-- Dashboard --`, `-- Grafana --`.
 */
function isGrafanaOwn({ type, uid }: DatasourceUse): boolean {
  return type === 'datasource' || type === '-- Mixed --' || uid?.startsWith('-- ') === true || uid === 'grafana';
}

function readGrid(json: JsonObject): ReadPanel['grid'] {
  const grid = recordOf(json['gridPos']);
  const [x, y, w, h] = [numberOf(grid['x']), numberOf(grid['y']), numberOf(grid['w']), numberOf(grid['h'])];
  return x === undefined || y === undefined || w === undefined || h === undefined ? undefined : { x, y, w, h };
}
