import type { PanelTypeName } from '../../model/panel-types.js';
import { barchartKind } from './barchart.js';
import { bargaugeKind } from './bargauge.js';
import { gaugeKind } from './gauge.js';
import { heatmapKind } from './heatmap.js';
import { piechartKind } from './piechart.js';
import { statKind } from './stat.js';
import { stateTimelineKind } from './state-timeline.js';
import { tableKind } from './table.js';
import { timeseriesKind } from './timeseries.js';
import { textKind } from './text.js';
import type { Visualisation } from '../visualisation.js';

/** The kinds of panels that there is a builder for, by Grafana's panel type. */
export const kinds = {
  stat: statKind,
  timeseries: timeseriesKind,
  table: tableKind,
  bargauge: bargaugeKind,
  gauge: gaugeKind,
  piechart: piechartKind,
  'state-timeline': stateTimelineKind,
  heatmap: heatmapKind,
  barchart: barchartKind,
  text: textKind,
} as const satisfies Readonly<Partial<Record<PanelTypeName, Visualisation>>>;

/** A panel type that there is a builder for. */
export type BuiltPanelType = keyof typeof kinds;
