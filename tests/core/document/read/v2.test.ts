import { expect, test } from 'vitest';
import { readDocument } from '../../../../src/core/document/read/read-document.js';
import type { ReadDashboard } from '../../../../src/core/document/read-dashboard.js';

const options = { legend: {} };
const fieldConfig = { defaults: { unit: 's' }, overrides: [] };

/** One panel, as each version of the schema writes it. */
const panels = {
  v2alpha1: {
    queries: [
      {
        kind: 'PanelQuery',
        spec: {
          refId: 'A',
          hidden: false,
          datasource: { type: 'prometheus', uid: 'prom' },
          query: { kind: 'prometheus', spec: { expr: 'up' } },
        },
      },
    ],
    vizConfig: { kind: 'stat', spec: { pluginVersion: '', options, fieldConfig } },
    transformations: [{ kind: 'organize', spec: { id: 'organize', options: {} } }],
  },
  v2beta1: {
    queries: [
      {
        kind: 'PanelQuery',
        spec: {
          refId: 'A',
          hidden: false,
          query: {
            kind: 'DataQuery',
            group: 'prometheus',
            version: 'v0',
            datasource: { name: 'prom' },
            spec: { expr: 'up' },
          },
        },
      },
    ],
    vizConfig: { kind: 'VizConfig', group: 'stat', version: '', spec: { options, fieldConfig } },
    transformations: [{ kind: 'organize', spec: { id: 'organize', options: {} } }],
  },
  v2: {
    queries: [
      {
        kind: 'PanelQuery',
        spec: {
          refId: 'A',
          hidden: false,
          query: {
            kind: 'DataQuery',
            group: 'prometheus',
            version: 'v0',
            datasource: { name: 'prom' },
            spec: { expr: 'up' },
          },
        },
      },
    ],
    vizConfig: { kind: 'VizConfig', group: 'stat', version: '', spec: { options, fieldConfig } },
    transformations: [{ kind: 'Transformation', group: 'organize', spec: { options: {} } }],
  },
} as const;

function resource(version: keyof typeof panels, layout: unknown, more: object = {}): unknown {
  const { queries, vizConfig, transformations } = panels[version];
  const data = { kind: 'QueryGroup', spec: { queries, transformations, queryOptions: { maxDataPoints: 100 } } };
  const element = { kind: 'Panel', spec: { id: 1, title: 'Up', description: 'd', links: [], data, vizConfig } };
  const spec = {
    title: 'T',
    timeSettings: { from: 'now-1h', to: 'now', autoRefresh: '30s' },
    elements: { a: element },
    layout,
    ...more,
  };
  return { apiVersion: `dashboard.grafana.app/${version}`, kind: 'Dashboard', metadata: { name: 'uid' }, spec };
}

const reference = { kind: 'ElementReference', name: 'a' };
const grid = {
  kind: 'GridLayout',
  spec: { items: [{ kind: 'GridLayoutItem', spec: { x: 0, y: 2, width: 12, height: 8, element: reference } }] },
};
const auto = {
  kind: 'AutoGridLayout',
  spec: { items: [{ kind: 'AutoGridLayoutItem', spec: { element: reference } }] },
};
const row = (layout: unknown, title = 'R'): unknown => ({
  kind: 'RowsLayoutRow',
  spec: { title, collapse: true, layout },
});

async function readOne(
  json: unknown,
): Promise<ReadDashboard & { readonly line: (path: readonly (string | number)[]) => string }> {
  const text = JSON.stringify(json, null, 1);
  const { dashboards, locate } = await readDocument({ file: 'a.json', text });
  const [dashboard] = dashboards;
  if (dashboard === undefined) throw new Error('nothing was read');
  return { ...dashboard, line: (path) => (text.split('\n')[locate(path).line - 1] ?? '').trim() };
}

test.each(Object.keys(panels) as (keyof typeof panels)[])('a panel of %s', async (version) => {
  const { uid, title, form, panels: found, json, unread, line } = await readOne(resource(version, grid));
  expect([uid, title, form, json['time'], json['refresh'], unread]).toEqual([
    'uid',
    'T',
    'v2',
    { from: 'now-1h', to: 'now' },
    '30s',
    [],
  ]);
  const [panel] = found;
  expect(panel).toMatchObject({
    id: 1,
    type: 'stat',
    title: 'Up',
    description: 'd',
    unit: 's',
    grid: { x: 0, y: 2, w: 12, h: 8 },
  });
  expect(panel?.transformations).toMatchObject([{ id: 'organize', options: {} }]);
  expect(panel?.json['targets']).toMatchObject([
    { expr: 'up', refId: 'A', datasource: { uid: 'prom', type: 'prometheus' } },
  ]);
  const [query] = panel?.queries ?? [];
  expect([query?.expr, query?.datasource.uid, query?.datasource.type]).toEqual(['up', 'prom', 'prometheus']);
  const places = panel?.places;
  expect([query?.exprPath, places?.unit, places?.title, places?.grid].map((path) => line(path ?? []))).toEqual([
    '"expr": "up"',
    '"unit": "s"',
    '"title": "Up",',
    '"spec": {',
  ]);
});

test.each([
  ['grid', grid, [undefined, 2]],
  ['auto grid', auto, [undefined, undefined]],
  ['rows', { kind: 'RowsLayout', spec: { rows: [row(grid)] } }, ['R', 3]],
  [
    'rows below each other',
    {
      kind: 'RowsLayout',
      spec: {
        rows: [
          row({ kind: 'GridLayout', spec: { items: [{ spec: { x: 0, y: 0, width: 1, height: 4 } }] } }),
          row(grid, 'S'),
        ],
      },
    },
    ['S', 8],
  ],
  [
    'tabs',
    { kind: 'TabsLayout', spec: { tabs: [{ kind: 'TabsLayoutTab', spec: { title: 'T', layout: grid } }] } },
    ['T', 2],
  ],
  [
    'rows in tabs',
    {
      kind: 'TabsLayout',
      spec: { tabs: [{ spec: { title: 'T', layout: { kind: 'RowsLayout', spec: { rows: [row(auto)] } } } }] },
    },
    ['R', undefined],
  ],
])('layout: %s', async (_, layout, placed) => {
  const { panels: found, unread } = await readOne(resource('v2beta1', layout));
  expect([found.map((panel) => [panel.row, panel.grid?.y]), unread]).toEqual([[placed], []]);
});

test('what nobody knows is listed', async () => {
  const { unread } = await readOne(
    resource(
      'v2',
      { kind: 'HexLayout' },
      {
        elements: {
          b: { kind: 'Cell' },
          c: 7,
          constructor: { kind: 'LibraryPanel', spec: { libraryPanel: { name: 'L' } } },
        },
      },
    ),
  );
  expect(unread.map(({ path, reason }) => `${path.join('.')}: ${reason}`)).toEqual([
    'spec.layout: a layout of the kind "HexLayout"',
    'spec.elements.b: an element of the kind "Cell"',
    'spec.elements.c: not an object, as elements must be',
    'spec.elements.constructor: the library panel "L" is not in the file',
  ]);
});

test('variables and annotations', async () => {
  const query = {
    kind: 'DataQuery',
    group: 'prometheus',
    datasource: { name: 'prom' },
    spec: { query: 'label_values(up, job)' },
  };
  const variables = [
    {
      kind: 'QueryVariable',
      spec: { name: 'job', hide: 'hideVariable', refresh: 'onTimeRangeChanged', multi: true, query },
    },
    {
      kind: 'QueryVariable',
      spec: {
        name: 'old',
        datasource: { type: 'prometheus', uid: 'prom' },
        query: { kind: 'prometheus', spec: { __legacyStringValue: 'query_result(sum(up))' } },
      },
    },
    {
      kind: 'DatasourceVariable',
      spec: { name: 'ds', pluginId: 'prometheus', regex: '/x/', current: { value: 'prom' } },
    },
    { kind: 'CustomVariable', spec: { name: 'c', query: 'a,b' } },
    { kind: 'AdhocVariable', group: 'prometheus', datasource: { name: 'prom' }, spec: { name: 'filters' } },
  ];
  const annotations = [
    {
      kind: 'AnnotationQuery',
      spec: { name: 'A', enable: true, query: { ...query, spec: { expr: 'changes(up[5m]) > 0' } } },
    },
  ];
  const { line, ...dashboard } = await readOne(resource('v2', grid, { variables, annotations }));
  expect(
    dashboard.variables.map(({ name, type, hide, refresh, query: text, datasource }) => [
      name,
      type,
      hide,
      refresh,
      text,
      datasource.uid,
    ]),
  ).toEqual([
    ['job', 'query', 2, 2, 'label_values(up, job)', 'prom'],
    ['old', 'query', 0, undefined, 'query_result(sum(up))', 'prom'],
    ['ds', 'datasource', 0, undefined, 'prometheus', undefined],
    ['c', 'custom', 0, undefined, 'a,b', undefined],
    ['filters', 'adhoc', 0, undefined, undefined, 'prom'],
  ]);
  expect(
    dashboard.queries.map(({ owner, expr, exprPath, datasource }) => [owner, expr, line(exprPath), datasource.uid]),
  ).toEqual([
    ['panel', 'up', '"expr": "up"', 'prom'],
    ['variable', 'up', '"query": "label_values(up, job)"', 'prom'],
    ['variable', 'sum(up)', '"__legacyStringValue": "query_result(sum(up))"', 'prom'],
    ['annotation', 'changes(up[5m]) > 0', '"expr": "changes(up[5m]) > 0"', 'prom'],
  ]);
});
