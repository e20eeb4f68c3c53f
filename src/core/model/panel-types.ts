/**
 * The way in which a panel shows what its queries return: `lines` over time; a `history`, over time in another way; one `value`
 * of each series; each as a `share` of a whole; `rows`, one for each result; a `figure`, one picture of everything that
 * came back; or `words`, pictures and lists of its own, which need neither a query nor a title.
 */
export type PanelShows = 'lines' | 'history' | 'value' | 'share' | 'rows' | 'figure' | 'words';

/** Everything known of a panel type of Grafana. */
export interface PanelType {
  readonly shows: PanelShows;
  /** True where it shows the numbers of its queries, in their unit. */
  readonly numbers: boolean;
  /** True where it names each series by its legend. */
  readonly legend: boolean;
  /** `needed`: it is empty without a query. `optional`: it can do without. `none`: it asks nothing. */
  readonly queries: 'needed' | 'optional' | 'none';
  /** True where thresholds are drawn only with the field option `thresholdsStyle`, and otherwise colour nothing. */
  readonly thresholdsStyle?: true;
  /** The type that Grafana 12 loads it as: it has no plugin for this one any more. */
  readonly becomes?: string;
  /** Where its unit stands, of a type that knew no field options: in `format`, or in the format of its first axis. */
  readonly unitIn?: 'format' | 'axes';
}

const series = { numbers: true, legend: true, queries: 'needed' } as const;
const states = { numbers: false, legend: true, queries: 'needed' } as const;
const rows = { shows: 'rows', numbers: false, legend: false, queries: 'needed' } as const;
const diagram = { shows: 'figure', numbers: false, legend: false, queries: 'needed' } as const;
const free = { shows: 'figure', numbers: false, legend: false, queries: 'optional' } as const;
const words = { shows: 'words', numbers: false, legend: false, queries: 'none' } as const;

const lines = { ...series, shows: 'lines' } as const;
const value = { ...series, shows: 'value' } as const;
const share = { ...series, shows: 'share' } as const;
const figure = { ...series, shows: 'figure' } as const;
const history = { ...states, shows: 'history' } as const;

/**
 * The panel types that come with Grafana 12, and those that it had before and loads as others.
 * Source of the latter: `autoMigrateAngular` in https://github.com/grafana/grafana/blob/v12.0.0/public/app/features/dashboard/state/PanelModel.ts
 */
export const panelTypes = {
  timeseries: { ...lines, thresholdsStyle: true },
  stat: value,
  gauge: value,
  bargauge: value,
  piechart: share,
  barchart: { ...figure, thresholdsStyle: true },
  histogram: figure,
  trend: { ...figure, thresholdsStyle: true }, // its x axis is any number
  heatmap: history,
  'state-timeline': history,
  'status-history': history,
  candlestick: history,
  xychart: { ...states, shows: 'figure' },
  table: rows,
  logs: rows,
  traces: rows,
  datagrid: { ...rows, queries: 'optional' },
  nodeGraph: diagram,
  flamegraph: diagram,
  geomap: free,
  live: free,
  canvas: { ...words, queries: 'optional' },
  debug: { ...words, queries: 'optional' },
  text: words,
  row: words,
  news: words,
  welcome: words,
  gettingstarted: words,
  dashlist: words,
  alertlist: words,
  annolist: words,
  graph: { ...lines, becomes: 'timeseries', unitIn: 'axes' },
  singlestat: { ...value, becomes: 'stat', unitIn: 'format' },
  'grafana-singlestat-panel': { ...value, becomes: 'stat', unitIn: 'format' },
  'table-old': { ...rows, becomes: 'table' },
  'grafana-piechart-panel': { ...share, becomes: 'piechart', unitIn: 'format' },
  'grafana-worldmap-panel': { ...free, becomes: 'geomap' },
  'natel-discrete-panel': { ...history, becomes: 'state-timeline' },
} as const satisfies Readonly<Record<string, PanelType>>;

/** The name of a panel type of Grafana's own. */
export type PanelTypeName = keyof typeof panelTypes;

/** Everything known of a panel type; undefined of a plugin that does not come with Grafana. */
export function panelTypeOf(name: string): PanelType | undefined {
  return Object.hasOwn(panelTypes, name) ? panelTypes[name as PanelTypeName] : undefined;
}

/** True where a panel type is drawn over time: of what has no history, it shows nothing or a single point. */
export function isOverTime(type: PanelType | undefined): boolean {
  return type?.shows === 'lines' || type?.shows === 'history';
}
