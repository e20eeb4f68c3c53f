import type { JsonObject } from './pieces.js';

/** A dashboard and panels without a mistake, with something of each kind that can be mistaken. */
export const samples = {
  dashboard: {
    title: 'Shop',
    uid: 'shop',
    schemaVersion: 41,
    graphTooltip: 1,
    refresh: '30s',
    time: { from: 'now-1h', to: 'now' },
    links: [
      {
        title: 'Home',
        type: 'link',
        url: '/d/home',
        icon: 'dashboard',
        tags: [],
        tooltip: '',
        asDropdown: false,
        includeVars: true,
        keepTime: true,
        targetBlank: false,
      },
    ],
    templating: {
      list: [
        { name: 'ds', type: 'datasource', query: 'prometheus', hide: 2, refresh: 1, sort: 0 },
        { name: 'route', type: 'query', hide: 0, refresh: 2, current: { text: 'All', value: '$__all' } },
      ],
    },
    annotations: { list: [{ name: 'Deploys', enable: true, iconColor: 'red', datasource: { type: 'prometheus' } }] },
  },
  row: { id: 1, type: 'row', title: 'Orders', collapsed: false, panels: [] },
  stat: {
    id: 2,
    type: 'stat',
    title: 'Orders',
    gridPos: { h: 4, w: 6, x: 0, y: 0 },
    targets: [
      { refId: 'A', datasource: { type: 'prometheus', uid: '$ds' }, expr: 'up', editorMode: 'code', instant: true },
    ],
    options: {
      colorMode: 'value',
      graphMode: 'none',
      textMode: 'auto',
      reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
    },
    fieldConfig: {
      defaults: {
        unit: 'reqps',
        color: { mode: 'thresholds' },
        thresholds: { mode: 'absolute', steps: [{ color: 'green', value: null }] },
        mappings: [
          { type: 'value', options: { '0': { text: 'DOWN', color: 'red', index: 0 } } },
          { type: 'special', options: { match: 'null', result: { text: 'none' } } },
        ],
      },
      overrides: [],
    },
  },
  timeseries: {
    id: 3,
    type: 'timeseries',
    title: 'Orders',
    options: {
      legend: { calcs: ['max'], displayMode: 'table', placement: 'bottom', showLegend: true },
      tooltip: { mode: 'multi', sort: 'desc' },
    },
    fieldConfig: {
      defaults: { unit: 'suffix: orders', custom: { drawStyle: 'line', fillOpacity: 10, stacking: { mode: 'none' } } },
      overrides: [
        {
          matcher: { id: 'byName', options: 'failed' },
          properties: [
            { id: 'color', value: { mode: 'fixed', fixedColor: 'red' } },
            { id: 'custom.lineWidth', value: 2 },
          ],
        },
      ],
    },
    transformations: [{ id: 'reduce', options: { reducers: ['mean'] } }],
  },
  table: {
    id: 4,
    type: 'table',
    title: 'Orders',
    options: { cellHeight: 'sm', showHeader: true, sortBy: [{ displayName: 'Value', desc: true }] },
    fieldConfig: { defaults: { custom: { align: 'auto', inspect: false } }, overrides: [] },
  },
} as const satisfies Readonly<Record<string, JsonObject>>;

/** A mistake: where in a sample which value stands instead. JSON leaves `undefined` out. */
export type Mistake = readonly [of: keyof typeof samples, path: string, value: unknown];

/** Mistakes that the types of `@grafana/schema` show. */
export const typeMistakes: readonly Mistake[] = [
  ['dashboard', 'schemaVersion', '41'],
  ['dashboard', 'graphTooltip', 3],
  ['dashboard', 'timeZone', 'utc'],
  ['dashboard', 'time.till', 'now'],
  ['dashboard', 'templating.list.0.hide', 9],
  ['dashboard', 'templating.list.0.hide', 'variable'],
  ['dashboard', 'templating.list.0.type', 'metrics'],
  ['dashboard', 'templating.list.1.refresh', 5],
  ['dashboard', 'templating.list.1.sort', 12],
  ['dashboard', 'templating.list.1.current.value', 1],
  ['dashboard', 'links.0.type', 'url'],
  ['dashboard', 'links.0.keepTimes', true],
  ['dashboard', 'annotations.list.0.enable', undefined],
  ['row', 'collapsed', 'no'],
  ['row', 'repeatDirection', 'h'],
  ['stat', 'type', 'singlestat'],
  ['stat', 'gridPos.width', 6],
  ['stat', 'targets.0.query', 'up'],
  ['stat', 'targets.0.datasource', 'prometheus'],
  ['stat', 'options.colorMode', 'values'],
  ['stat', 'options.graphMode', true],
  ['stat', 'options.legend', {}],
  ['stat', 'options.reduceOptions.calc', 'last'],
  ['stat', 'fieldConfig.defaults.custom', { lineWidth: 1 }],
  ['stat', 'fieldConfig.defaults.colour', 'red'],
  ['stat', 'fieldConfig.defaults.color.mode', 'palette-modern'],
  ['stat', 'fieldConfig.defaults.thresholds.mode', 'relative'],
  ['stat', 'fieldConfig.defaults.thresholds.steps.0.value', 'low'],
  ['stat', 'fieldConfig.defaults.mappings.0.type', 'values'],
  ['stat', 'fieldConfig.defaults.mappings.0.options', { from: 0, to: 1, result: { text: 'DOWN' } }],
  ['stat', 'fieldConfig.defaults.mappings.1.options.match', 'none'],
  ['timeseries', 'options.legend.placement', 'below'],
  ['timeseries', 'options.legend.displayMode', 'grid'],
  ['timeseries', 'options.tooltip.mode', 'all'],
  ['timeseries', 'options.tooltip.sort', 'down'],
  ['timeseries', 'fieldConfig.defaults.custom.drawStyle', 'lines'],
  ['timeseries', 'fieldConfig.defaults.custom.fillOpacty', 10],
  ['timeseries', 'fieldConfig.defaults.custom.stacking.mode', 'stacked'],
  ['timeseries', 'fieldConfig.overrides.0.properties.0.value.mode', 'red'],
  ['timeseries', 'fieldConfig.overrides.0.properties.1.id', 'custom.lineWdth'],
  ['timeseries', 'fieldConfig.overrides.0.properties.1.value', 'two'],
  ['timeseries', 'fieldConfig.overrides.0.properties.1.id', 'unti'],
  ['table', 'options.footer', { show: false }],
  ['table', 'options.cellHeight', 'small'],
  ['table', 'fieldConfig.defaults.custom.align', 'middle'],
];

/** Mistakes that the types let pass, since Grafana looks the name up while it runs. */
export const nameMistakes: readonly Mistake[] = [
  ['stat', 'fieldConfig.defaults.unit', 'requests'],
  ['stat', 'options.reduceOptions.calcs.0', 'lastNonNull'],
  ['timeseries', 'options.legend.calcs.0', 'maximum'],
  ['timeseries', 'fieldConfig.overrides.0.matcher.id', 'byLabel'],
  ['timeseries', 'transformations.0.id', 'reducer'],
  ['timeseries', 'transformations.0.options.reducers.0', 'average'],
  ['timeseries', 'fieldConfig.overrides.0.properties.0', { id: 'unit', value: 'milliseconds' }],
  ['timeseries', 'fieldConfig.overrides.0.properties.0', { id: 'description', value: 'x' }],
];

/** The sample with the mistake in it. */
export function plant([of, path, value]: Mistake): JsonObject {
  const keys = path.split('.');
  const change = (node: unknown, [key = '', ...below]: readonly string[]): unknown => {
    const copy = (Array.isArray(node) ? [...node] : { ...(node as JsonObject) }) as Record<string, unknown>;
    copy[key] = below.length === 0 ? value : change(copy[key], below);
    return copy;
  };
  return change(samples[of], keys) as JsonObject;
}
