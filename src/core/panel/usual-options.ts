/** The last value of each series. */
export const lastValue = { reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false } };
/** Names in a line below the picture. */
export const legendList = { legend: { showLegend: true, displayMode: 'list', placement: 'bottom', calcs: [] } };
/** Names in a table below the picture, with the last value and the highest. */
export const legendTable = {
  legend: { showLegend: true, displayMode: 'table', placement: 'bottom', calcs: ['lastNotNull', 'max'] },
};
/** The value under the pointer. */
export const tooltipOne = { tooltip: { mode: 'single', sort: 'none' } };
/** The values of all series at the time under the pointer. */
export const tooltipAll = { tooltip: { mode: 'multi', sort: 'desc' } };

/** The query settings of what shows one value of each series: asks for now. */
export const oneValue = { ask: 'instant', format: 'time_series', colorsByThreshold: true, custom: {} } as const;
/** The query settings of what shows a history: asks over the time range. */
export const history = { ask: 'range', format: 'time_series', colorsByThreshold: false, custom: {} } as const;
