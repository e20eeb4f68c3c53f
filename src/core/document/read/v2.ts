import type { JsonPath } from '../json-path.js';
import type { Json, JsonObject } from '../../model/json.js';
import type {
  DatasourceUse,
  ReadAnnotation,
  ReadDashboard,
  ReadPanel,
  ReadVariable,
  Unread,
} from '../read-dashboard.js';
import { createFound, objectsIn, type Found, type Placed } from './found.js';
import { limits } from './limits.js';
import { readLinks } from './link.js';
import { readPanel, type TargetSource } from './panel.js';
import { readQuery } from './query.js';
import { datasourceJson, datasourceOf, kindOf } from './v2-datasource.js';
import { readV2Layout, type PlacedElement } from './v2-layout.js';
import { readV2Variable } from './v2-variable.js';
import { isRecord, listOf, recordOf, textOf } from './values.js';

/**
 * Reads the `spec` of a dashboard of the second schema: v2alpha1, v2beta1 or v2.
 * Source: the types of @grafana/grafana-foundation-sdk, `dashboardv2beta1` and `dashboardv2`; v2alpha1 differs in where
 * it writes the kinds of queries, datasources and visualisations.
 */
export function readV2Dashboard(
  spec: JsonObject,
  path: JsonPath,
  around: { readonly uid?: string | undefined } = {},
): ReadDashboard {
  const found = createFound();
  const { unread } = found;
  const layout = readV2Layout(recordOf(spec['layout']), [...path, 'layout'], found);
  readElements(recordOf(spec['elements']), [...path, 'elements'], layout.elements, found);
  const variables = [{ json: spec, path }, ...layout.sections].flatMap((section) => readVariables(section, unread));
  const annotations = readAnnotations(spec, path, unread);
  return {
    form: 'v2',
    uid: around.uid,
    title: textOf(spec['title']) ?? '',
    schemaVersion: undefined,
    panels: found.panels,
    rows: found.rows,
    variables,
    annotations,
    links: readLinks(spec['links'], [...path, 'links'], unread),
    queries: [...found.panels, ...variables, ...annotations].flatMap(({ queries }) => queries),
    unread,
    json: classicDashboard(spec, around.uid, [variables, annotations]),
    path,
  };
}

function classicDashboard(
  { timeSettings, ...spec }: JsonObject,
  uid: string | undefined,
  [variables, annotations]: readonly [readonly ReadVariable[], readonly ReadAnnotation[]],
): JsonObject {
  const time = recordOf(timeSettings);
  const tooltips = ['Off', 'Crosshair', 'Tooltip'];
  return {
    ...spec,
    uid,
    time: { from: time['from'], to: time['to'] },
    timezone: time['timezone'],
    refresh: time['autoRefresh'],
    timepicker: { refresh_intervals: time['autoRefreshIntervals'], hidden: time['hideTimepicker'] },
    graphTooltip: Math.max(tooltips.indexOf(textOf(spec['cursorSync']) ?? ''), 0),
    templating: { list: variables.map(({ json }) => json) },
    annotations: { list: annotations.map(({ json }) => json) },
  };
}

function readElements(
  elements: JsonObject,
  path: JsonPath,
  placed: ReadonlyMap<string, PlacedElement>,
  found: Found,
): void {
  const names = Object.keys(elements);
  for (const name of names.slice(0, limits.items)) {
    const element = elements[name];
    const place: JsonPath = [...path, name];
    if (!isRecord(element)) found.unread.push({ path: place, reason: 'not an object, as elements must be' });
    else if (element['kind'] === 'Panel')
      found.panels.push(readElement(recordOf(element['spec']), [...place, 'spec'], placed.get(name), found));
    else found.unread.push({ path: place, reason: unreadElement(element) });
  }
  if (names.length > limits.items)
    found.unread.push({ path, reason: `more than ${limits.items} elements: the rest is not read` });
}

function unreadElement(element: JsonObject): string {
  const kind = textOf(element['kind']) ?? '';
  const name = textOf(recordOf(recordOf(element['spec'])['libraryPanel'])['name']) ?? '';
  return kind === 'LibraryPanel'
    ? `the library panel "${name}" is not in the file`
    : `an element of the kind "${kind}"`;
}

function readElement(spec: JsonObject, path: JsonPath, placed: PlacedElement | undefined, found: Found): ReadPanel {
  const data = recordOf(recordOf(spec['data'])['spec']);
  const dataPath: JsonPath = [...path, 'data', 'spec'];
  const viz = recordOf(spec['vizConfig']);
  const body = recordOf(viz['spec']);
  const vizPath: JsonPath = [...path, 'vizConfig', 'spec'];
  const defaults: JsonPath = [...vizPath, 'fieldConfig', 'defaults'];
  const targets = [...objectsIn(data['queries'], [...dataPath, 'queries'], 'target', found.unread)].map(targetOf);
  const types = new Set(targets.map(({ datasource }) => datasource.type));
  return readPanel(
    {
      json: {
        ...recordOf(data['queryOptions']),
        id: spec['id'],
        type: kindOf(viz),
        title: spec['title'],
        description: spec['description'],
        links: spec['links'],
        transparent: spec['transparent'],
        gridPos: placed?.grid,
        repeat: placed?.repeat,
        options: body['options'],
        fieldConfig: body['fieldConfig'],
        targets: targets.map(({ json }) => json),
        transformations: listOf(data['transformations']).map(transformation),
      },
      path,
      row: placed?.row,
      datasource:
        targets.length > 0 && types.size === 1 && targets[0] !== undefined ? targets[0].datasource : inherited(path),
      targets,
      places: {
        title: [...path, 'title'],
        grid: placed?.path ?? path,
        unit: [...defaults, 'unit'],
        fieldDefaults: defaults,
        overrides: [...vizPath, 'fieldConfig', 'overrides'],
        options: [...vizPath, 'options'],
        transformations: [...dataPath, 'transformations'],
        targets: [...dataPath, 'queries'],
      },
      links: [
        ...readLinks(spec['links'], [...path, 'links'], found.unread),
        ...readLinks(
          recordOf(recordOf(body['fieldConfig'])['defaults'])['links'],
          [...defaults, 'links'],
          found.unread,
        ),
      ],
    },
    found,
  );
}

function transformation(json: Json): Json {
  return isRecord(json) ? { id: kindOf(json), ...recordOf(json['spec']) } : json;
}

function targetOf({ json, path }: Placed): TargetSource {
  const spec = recordOf(json['spec']);
  const query = recordOf(spec['query']);
  const datasource = datasourceOf(query, spec['datasource'], [...path, 'spec', 'query']);
  return {
    json: {
      ...recordOf(query['spec']),
      refId: spec['refId'],
      hide: spec['hidden'],
      datasource: datasourceJson(datasource),
    },
    path: [...path, 'spec', 'query', 'spec'],
    datasource,
  };
}

function inherited(path: JsonPath): DatasourceUse {
  return { uid: undefined, type: undefined, legacy: false, inherited: true, path };
}

function readVariables({ json, path }: Placed, unread: Unread[]): readonly ReadVariable[] {
  return [...objectsIn(json['variables'], [...path, 'variables'], 'variable', unread)].map((variable) =>
    readV2Variable(variable),
  );
}

function readAnnotations(spec: JsonObject, path: JsonPath, unread: Unread[]): readonly ReadAnnotation[] {
  return [...objectsIn(spec['annotations'], [...path, 'annotations'], 'annotation', unread)].map(
    ({ json, path: place }) => {
      const annotation = recordOf(json['spec']);
      const query = recordOf(annotation['query']);
      const queryPath: JsonPath = [...place, 'spec', 'query'];
      const datasource = datasourceOf(query, annotation['datasource'], queryPath);
      const classic = {
        ...recordOf(query['spec']),
        ...annotation,
        datasource: datasourceJson(datasource),
        target: query['spec'],
      };
      const asked = readQuery(recordOf(query['spec']), [...queryPath, 'spec'], { owner: 'annotation', datasource });
      return {
        name: textOf(annotation['name']) ?? '',
        builtIn: annotation['builtIn'] === true,
        datasource,
        queries: asked === undefined ? [] : [asked],
        json: classic,
        path: [...place, 'spec'],
      };
    },
  );
}
