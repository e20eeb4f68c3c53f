import { PanelBuilder as SdkPanel, type FieldConfig, type Options } from '@grafana/grafana-foundation-sdk/timeseries';
import { panelBuilder } from '../builder.js';
import { history, legendList, legendTable, tooltipAll, tooltipOne } from '../usual-options.js';
import { visualisation } from '../visualisation.js';

const graph = { ...history, width: 12, height: 8 } as const;

/** The kind of `timeseries`. */
export const timeseriesKind = visualisation(
  'timeseries',
  SdkPanel,
  { ...graph, options: { ...legendList, ...tooltipOne } },
  { ...graph, options: { ...legendTable, ...tooltipAll } },
);

/** Lines, bars or points over time. */
export const timeseries = panelBuilder<Options, FieldConfig>(timeseriesKind);
