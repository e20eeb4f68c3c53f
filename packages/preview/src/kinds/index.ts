import { drawBarGauge } from './bargauge.js';
import { drawGauge } from './gauge.js';
import type { Kind } from './kind.js';
import { drawPieChart } from './piechart.js';
import { drawStat } from './stat.js';
import { drawStateTimeline, drawStatusHistory } from './states.js';
import { drawTable } from './table.js';
import { drawText } from './text.js';
import { drawTimeseries } from './timeseries.js';

/** How each panel type is drawn, by its name in JSON. Old types are drawn as those that Grafana makes of them. */
export const kinds: Readonly<Record<string, Kind>> = {
  bargauge: drawBarGauge,
  gauge: drawGauge,
  graph: drawTimeseries,
  piechart: drawPieChart,
  singlestat: drawStat,
  stat: drawStat,
  'state-timeline': drawStateTimeline,
  'status-history': drawStatusHistory,
  table: drawTable,
  text: drawText,
  timeseries: drawTimeseries,
};
