import type { ReadPanel } from '../../document/read-dashboard.js';

/** What becomes of a panel type that Grafana had before. */
export interface OldPanelType {
  /** The type that Grafana 12 loads it as. */
  readonly becomes: string;
}

/**
 * The types of Grafana's own that version 12 has no plugin for any more, and what it loads each as.
 * Source: `autoMigrateAngular` in https://github.com/grafana/grafana/blob/v12.0.0/public/app/features/dashboard/state/PanelModel.ts
 */
export const oldPanelTypes: ReadonlyMap<string, OldPanelType> = new Map([
  ['graph', { becomes: 'timeseries' }],
  ['singlestat', { becomes: 'stat' }],
  ['grafana-singlestat-panel', { becomes: 'stat' }],
  ['table-old', { becomes: 'table' }],
  ['grafana-piechart-panel', { becomes: 'piechart' }],
  ['grafana-worldmap-panel', { becomes: 'geomap' }],
  ['natel-discrete-panel', { becomes: 'state-timeline' }],
]);

/** The types that show the numbers of a query, with their unit. */
const numeric = words('timeseries stat gauge bargauge barchart piechart histogram trend graph singlestat');

/** The types that are nothing without a query. */
const queried = [
  ...numeric,
  ...words('table table-old heatmap state-timeline status-history candlestick xychart logs traces nodeGraph'),
  ...words('flamegraph grafana-piechart-panel grafana-singlestat-panel'),
];

/** The types that show words, pictures and lists of their own, and need no title. */
const wordy = words('text row news welcome gettingstarted dashlist alertlist annolist canvas debug');

/** The panel types that come with Grafana 12. */
export const corePanelTypes: ReadonlySet<string> = new Set([
  ...[...queried, ...wordy].filter((type) => !oldPanelTypes.has(type)),
  ...words('datagrid geomap live'),
]);

const numericTypes = new Set(numeric);
const queriedTypes = new Set(queried);
const wordyTypes = new Set(wordy);

/** Whether a panel shows the numbers of its queries. */
export function showsNumbers({ type }: ReadPanel): boolean {
  return numericTypes.has(type);
}

/** Whether a panel is empty without a query. */
export function needsQuery({ type }: ReadPanel): boolean {
  return queriedTypes.has(type);
}

/** Whether a panel speaks for itself, so that it needs neither a title nor a description. */
export function speaksForItself({ type }: ReadPanel): boolean {
  return wordyTypes.has(type);
}

/** Whether a panel is defined elsewhere: of a library panel, the file may hold nothing but the reference. */
export function isLibraryPanel({ json }: ReadPanel): boolean {
  return json['libraryPanel'] !== undefined && json['libraryPanel'] !== null;
}

function words(text: string): readonly string[] {
  return text.split(' ');
}
