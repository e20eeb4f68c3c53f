import type { JsonObject } from './merge.js';
import type { Visualisation } from './panel.js';

/** What a visualisation is where its author says nothing. */
export interface VisualDefaults {
  /** Columns of 24. */
  readonly width: number;
  /** Grid rows of 30 pixels. */
  readonly height: number;
  /** Whether it asks for now or over the time range. */
  readonly ask: 'instant' | 'range';
  readonly format: 'time_series' | 'table';
  /** Whether its colours follow thresholds: it then has some, so that Grafana's own (red from 80) never apply. */
  readonly colorsByThreshold: boolean;
  readonly options: JsonObject;
  readonly custom: JsonObject;
}

const lastValue = { reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false } };
const legendList = { legend: { showLegend: true, displayMode: 'list', placement: 'bottom', calcs: [] } };
const legendTable = {
  legend: { showLegend: true, displayMode: 'table', placement: 'bottom', calcs: ['lastNotNull', 'max'] },
};
const tooltipOne = { tooltip: { mode: 'single', sort: 'none' } };
const tooltipAll = { tooltip: { mode: 'multi', sort: 'desc' } };

const oneValue = { ask: 'instant', format: 'time_series', colorsByThreshold: true, custom: {} } as const;
const history = { ask: 'range', format: 'time_series', colorsByThreshold: false, custom: {} } as const;

interface ByCount {
  readonly one: VisualDefaults;
  readonly many: VisualDefaults;
}

function always(defaults: VisualDefaults): ByCount {
  return { one: defaults, many: defaults };
}

const graph = { ...history, width: 12, height: 8 } as const;

const defaults: Readonly<Record<Visualisation, ByCount>> = {
  stat: always({ ...oneValue, width: 6, height: 4, options: { ...lastValue, graphMode: 'none' } }),
  timeseries: {
    one: { ...graph, options: { ...legendList, ...tooltipOne } },
    many: { ...graph, options: { ...legendTable, ...tooltipAll } },
  },
  table: always({ ...oneValue, format: 'table', colorsByThreshold: false, width: 24, height: 8, options: {} }),
  bargauge: always({ ...oneValue, width: 12, height: 6, options: { ...lastValue, orientation: 'horizontal' } }),
  gauge: always({ ...oneValue, width: 6, height: 6, options: lastValue }),
  piechart: always({
    ...oneValue,
    colorsByThreshold: false,
    width: 8,
    height: 8,
    options: { ...lastValue, ...legendTable, ...tooltipAll },
  }),
  text: always({ ...history, width: 24, height: 4, options: {} }),
  'state-timeline': always({
    ...history,
    colorsByThreshold: true,
    width: 24,
    height: 6,
    options: { ...legendList, ...tooltipOne },
  }),
};

/**
 * The defaults of a visualisation.
 *
 * @param manySeries whether several series are expected
 */
export function defaultsOf(visualisation: Visualisation, manySeries: boolean): VisualDefaults {
  return manySeries ? defaults[visualisation].many : defaults[visualisation].one;
}
