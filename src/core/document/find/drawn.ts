import type { ReadPanel, ReadQuery } from '../read-dashboard.js';

const overTime: ReadonlySet<string> = new Set([
  'timeseries',
  'graph',
  'heatmap',
  'state-timeline',
  'status-history',
  'trend',
]);
const lines: ReadonlySet<string> = new Set(['timeseries', 'graph']);
const oneValue: ReadonlySet<string> = new Set(['stat', 'singlestat', 'gauge', 'bargauge']);

/** Whether a query is evaluated at every step of a range and drawn over time. */
export function isDrawnOverTime(query: ReadQuery): boolean {
  return query.range && has(overTime, query.panel);
}

/** Whether a query is drawn as lines over time. */
export function isDrawnAsLines(query: ReadQuery): boolean {
  return query.range && has(lines, query.panel);
}

/** Whether a panel reduces every series to one value. */
export function showsOneValue(panel: ReadPanel | undefined): boolean {
  return has(oneValue, panel);
}

function has(types: ReadonlySet<string>, panel: ReadPanel | undefined): boolean {
  return panel !== undefined && types.has(panel.type);
}
