import type { JsonPath } from '../json-path.js';
import type { JsonRecord, LintedAnnotation, LintedDashboard, LintedLink, LintedPanel, LintedQuery, LintedRow } from '../subject.js';
import { datasourceUse, within } from './datasource-use.js';
import { readQuery } from './query.js';
import { listOf, numberOf, recordOf, recordsIn, textOf } from './values.js';
import { readVariables } from './variable.js';

interface Found {
  readonly panels: LintedPanel[];
  readonly rows: LintedRow[];
  readonly unread: { readonly path: JsonPath; readonly reason: string }[];
}

/** Reads a classic dashboard of any schema version. Nothing in it is taken for granted. */
export function readClassicDashboard(json: JsonRecord, path: JsonPath): LintedDashboard {
  const found: Found = { panels: [], rows: [], unread: [] };
  readPanels(json, path, found);
  for (const { json: row, path: rowPath } of recordsIn(json['rows'], [...path, 'rows'])) {
    found.rows.push(readRow(row, rowPath)); // before Grafana 5
    readPanels(row, rowPath, found, textOf(row['title']));
  }
  const variables = readVariables(recordOf(json['templating'])['list'], [...path, 'templating', 'list']);
  const annotations = readAnnotations(json, path);
  return {
    form: 'classic',
    uid: textOf(json['uid']),
    title: textOf(json['title']) ?? '',
    schemaVersion: numberOf(json['schemaVersion']),
    ...found,
    variables,
    annotations,
    links: readLinks(json, path),
    queries: [...found.panels, ...variables, ...annotations].flatMap(({ queries }) => queries),
    json,
    path,
  };
}

function readPanels(owner: JsonRecord, path: JsonPath, found: Found, within?: string): void {
  let row = within;
  for (const { json, path: panelPath } of recordsIn(owner['panels'], [...path, 'panels'])) {
    if (json['type'] === 'row') {
      row = textOf(json['title']) ?? '';
      found.rows.push(readRow(json, panelPath));
      readPanels(json, panelPath, found, row);
    } else {
      found.panels.push(readPanel(json, panelPath, row, found));
    }
  }
}

function readRow(json: JsonRecord, path: JsonPath): LintedRow {
  return {
    id: numberOf(json['id']),
    title: textOf(json['title']) ?? '',
    collapsed: json['collapsed'] === true || json['collapse'] === true,
    y: numberOf(recordOf(json['gridPos'])['y']),
    repeat: textOf(json['repeat']),
    json,
    path,
  };
}

function readPanel(json: JsonRecord, path: JsonPath, row: string | undefined, found: Found): LintedPanel {
  const datasource = datasourceUse(json, path);
  const queries: LintedQuery[] = [];
  const others: string[] = [];
  const fieldConfig = recordOf(json['fieldConfig']);
  const fieldDefaults = recordOf(fieldConfig['defaults']);
  const defaults: JsonPath = [...path, 'fieldConfig', 'defaults'];
  const panel: LintedPanel = {
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
    links: [...readLinks(json, path), ...readLinks(fieldDefaults, defaults)],
    repeat: textOf(json['repeat']),
    json,
    path,
    places: {
      title: [...path, 'title'],
      grid: [...path, 'gridPos'],
      unit: [...defaults, 'unit'],
      fieldDefaults: defaults,
      overrides: [...path, 'fieldConfig', 'overrides'],
      options: [...path, 'options'],
      transformations: [...path, 'transformations'],
      targets: [...path, 'targets'],
    },
  };
  for (const { json: target, path: targetPath } of recordsIn(json['targets'], [...path, 'targets'])) {
    const use = within(datasourceUse(target, targetPath), datasource);
    const query = isPrometheus(use.type) ? readQuery(target, targetPath, { owner: 'panel', datasource: use, panel: () => panel }) : undefined;
    if (query !== undefined) queries.push(query);
    else others.push(use.type ?? 'unknown');
    if (query === undefined && isPrometheus(use.type) && use.type !== undefined) {
      found.unread.push({ path: targetPath, reason: 'the target has no query' });
    }
  }
  return panel;
}

/** Whether a type of datasource is asked in PromQL. Old files do not say the type: a text under `expr` decides. */
function isPrometheus(type: string | undefined): boolean {
  return type === undefined || type === 'prometheus' || type === '-- Mixed --' || type === 'datasource' || type.includes('prometheus');
}

function readGrid(json: JsonRecord): LintedPanel['grid'] {
  const grid = recordOf(json['gridPos']);
  const [x, y, w, h] = [numberOf(grid['x']), numberOf(grid['y']), numberOf(grid['w']), numberOf(grid['h'])];
  return x === undefined || y === undefined || w === undefined || h === undefined ? undefined : { x, y, w, h };
}

function readLinks(owner: JsonRecord, path: JsonPath): readonly LintedLink[] {
  return recordsIn(owner['links'], [...path, 'links']).map(({ json, path: linkPath }) => ({
    title: textOf(json['title']) ?? '',
    type: textOf(json['type']),
    url: textOf(json['url']),
    includeVars: json['includeVars'] === true,
    keepTime: json['keepTime'] === true,
    json,
    path: linkPath,
  }));
}

function readAnnotations(dashboard: JsonRecord, path: JsonPath): readonly LintedAnnotation[] {
  const list = recordOf(dashboard['annotations'])['list'];
  return recordsIn(list, [...path, 'annotations', 'list']).map(({ json, path: place }) => {
    const datasource = datasourceUse(json, place);
    const target = recordOf(json['target']);
    const query =
      readQuery(target, [...place, 'target'], { owner: 'annotation', datasource }) ?? readQuery(json, place, { owner: 'annotation', datasource });
    return {
      name: textOf(json['name']) ?? '',
      builtIn: json['builtIn'] === 1 || json['builtIn'] === true,
      datasource,
      queries: query === undefined ? [] : [query],
      json,
      path: place,
    };
  });
}
