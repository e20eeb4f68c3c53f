import type { JsonPath } from '../json-path.js';
import type { JsonObject } from '../../model/json.js';
import type { ReadAnnotation, ReadDashboard, ReadLink, ReadRow, PanelPlaces, Unread } from '../read-dashboard.js';
import { datasourceUse, within } from './datasource-use.js';
import { createFound, objectsIn, type Found, type Placed } from './found.js';
import { limits } from './limits.js';
import { readLinks } from './link.js';
import { readPanel, type TargetSource } from './panel.js';
import { readQuery } from './query.js';
import { isRecord, numberOf, recordOf, textOf } from './values.js';
import { readVariables } from './variable.js';

/**
 * Reads a classic dashboard of any schema version. Nothing in it is taken for granted.
 *
 * @param around what a resource around it says: its name is the uid of a dashboard that has none of its own; `parse`
 *   makes the trees of the panels' queries, where somebody has them already
 */
export function readClassicDashboard(
  json: JsonObject,
  path: JsonPath,
  around: { readonly uid?: string | undefined; readonly parse?: Found['parse'] } = {},
): ReadDashboard {
  const found = createFound(around.parse);
  const context: PanelContext = { found, models: libraryModels(json, path), row: undefined };
  readPanels(json, path, context);
  for (const row of objectsIn(json['rows'], [...path, 'rows'], 'row', found.unread)) {
    found.rows.push(readRow(row.json, row.path)); // before Grafana 5
    readPanels(row.json, row.path, { ...context, row: textOf(row.json['title']) });
  }
  const { unread } = found;
  const variables = readVariables(recordOf(json['templating'])['list'], [...path, 'templating', 'list'], unread);
  const annotations = readAnnotations(json, path, unread);
  return {
    form: 'classic',
    uid: textOf(json['uid']) ?? around.uid,
    title: textOf(json['title']) ?? '',
    schemaVersion: numberOf(json['schemaVersion']),
    panels: found.panels,
    rows: found.rows,
    variables,
    annotations,
    links: readLinks(json['links'], [...path, 'links'], unread),
    queries: [...found.panels, ...variables, ...annotations].flatMap(({ queries }) => queries),
    unread,
    json,
    path,
  };
}

/** The parts of the dashboard that its panels need. */
export interface PanelContext {
  readonly found: Found;
  /** The models of library panels that the file brings along, by their uids. */
  readonly models: ReadonlyMap<string, Placed>;
  readonly row: string | undefined;
}

function readPanels(owner: JsonObject, path: JsonPath, context: PanelContext): void {
  const { found } = context;
  let { row } = context;
  for (const panel of objectsIn(owner['panels'], [...path, 'panels'], 'panel', found.unread)) {
    if (found.panels.length + found.rows.length >= limits.items) {
      found.unread.push({ path: panel.path, reason: `more than ${limits.items} panels: the rest is not read` });
      return;
    }
    if (panel.json['type'] === 'row') {
      row = textOf(panel.json['title']) ?? '';
      found.rows.push(readRow(panel.json, panel.path));
      readPanels(panel.json, panel.path, { ...context, row });
    } else {
      found.panels.push(readClassicPanel(panel, { ...context, row }));
    }
  }
}

function readRow(json: JsonObject, path: JsonPath): ReadRow {
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

/** Reads a panel of a classic dashboard, or of a library. */
export function readClassicPanel(
  { json: written, path }: Placed,
  { found, models, row }: PanelContext,
): ReadDashboard['panels'][number] {
  const library = recordOf(written['libraryPanel']);
  const uid = textOf(library['uid']);
  const model = uid === undefined ? undefined : models.get(uid);
  if (model === undefined && isRecord(written['libraryPanel'])) {
    const name = textOf(library['name']) ?? uid ?? '';
    found.unread.push({ path, reason: `the library panel "${name}" is not in the file` });
  }
  const json = model === undefined ? written : { ...model.json, ...written };
  const body = model?.path ?? path; // where everything stands but the grid
  return readPanel(
    {
      json,
      path,
      row,
      datasource: datasourceUse(json, body),
      targets: targetsOf(json, body, found.unread),
      places: new ClassicPlaces(path, body),
      links: linksOf(json, body, found.unread),
    },
    found,
  );
}

function linksOf(json: JsonObject, path: JsonPath, unread: Unread[]): readonly ReadLink[] {
  const own = json['links'];
  const ofValues = recordOf(recordOf(json['fieldConfig'])['defaults'])['links'];
  if (own === undefined && ofValues === undefined) return [];
  return [
    ...readLinks(own, [...path, 'links'], unread),
    ...readLinks(ofValues, [...path, 'fieldConfig', 'defaults', 'links'], unread),
  ];
}

function* targetsOf(panel: JsonObject, path: JsonPath, unread: Unread[]): Generator<TargetSource> {
  const around = datasourceUse(panel, path);
  for (const target of objectsIn(panel['targets'], [...path, 'targets'], 'target', unread)) {
    yield { ...target, datasource: within(datasourceUse(target.json, target.path), around) };
  }
}

/** The places of a panel's parts: most are never asked for. */
class ClassicPlaces implements PanelPlaces {
  readonly #path: JsonPath;
  readonly #body: JsonPath;

  constructor(path: JsonPath, body: JsonPath) {
    this.#path = path;
    this.#body = body;
  }

  get title(): JsonPath {
    return [...this.#body, 'title'];
  }

  get grid(): JsonPath {
    return [...this.#path, 'gridPos'];
  }

  get unit(): JsonPath {
    return [...this.fieldDefaults, 'unit'];
  }

  get fieldDefaults(): JsonPath {
    return [...this.#body, 'fieldConfig', 'defaults'];
  }

  get overrides(): JsonPath {
    return [...this.#body, 'fieldConfig', 'overrides'];
  }

  get options(): JsonPath {
    return [...this.#body, 'options'];
  }

  get transformations(): JsonPath {
    return [...this.#body, 'transformations'];
  }

  get targets(): JsonPath {
    return [...this.#body, 'targets'];
  }
}

/** Exports carry the library panels that they use: `__elements`, by uid. */
function libraryModels(dashboard: JsonObject, path: JsonPath): ReadonlyMap<string, Placed> {
  const models = new Map<string, Placed>();
  for (const [uid, element] of Object.entries(recordOf(dashboard['__elements']))) {
    const model = recordOf(element)['model'];
    if (isRecord(model)) models.set(uid, { json: model, path: [...path, '__elements', uid, 'model'] });
  }
  return models;
}

function readAnnotations(dashboard: JsonObject, path: JsonPath, unread: Unread[]): readonly ReadAnnotation[] {
  const list = recordOf(dashboard['annotations'])['list'];
  return [...objectsIn(list, [...path, 'annotations', 'list'], 'annotation', unread)].map(({ json, path: place }) => {
    const datasource = datasourceUse(json, place);
    const source = { owner: 'annotation', datasource } as const;
    const query = readQuery(recordOf(json['target']), [...place, 'target'], source) ?? readQuery(json, place, source);
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
