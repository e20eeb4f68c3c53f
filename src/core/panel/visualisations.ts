import type { Options as BarGaugeOptions } from '@grafana/grafana-foundation-sdk/bargauge';
import type { Options as GaugeOptions } from '@grafana/grafana-foundation-sdk/gauge';
import type {
  FieldConfig as PieChartField,
  Options as PieChartOptions,
} from '@grafana/grafana-foundation-sdk/piechart';
import type { Options as StatOptions } from '@grafana/grafana-foundation-sdk/stat';
import type {
  FieldConfig as StateTimelineField,
  Options as StateTimelineOptions,
} from '@grafana/grafana-foundation-sdk/statetimeline';
import type { FieldConfig as TableField, Options as TableOptions } from '@grafana/grafana-foundation-sdk/table';
import type {
  FieldConfig as TimeseriesField,
  Options as TimeseriesOptions,
} from '@grafana/grafana-foundation-sdk/timeseries';
import { panelBuilder } from './builder.js';

/** One value, large: asks for now. */
export const stat = panelBuilder<StatOptions, Record<never, never>>('stat');
/** Lines, bars or points over time. */
export const timeseries = panelBuilder<TimeseriesOptions, TimeseriesField>('timeseries');
/** Rows and columns: asks for now. */
export const table = panelBuilder<TableOptions, TableField>('table');
/** One bar per series: asks for now. */
export const bargauge = panelBuilder<BarGaugeOptions, Record<never, never>>('bargauge');
/** One dial per series: asks for now. */
export const gauge = panelBuilder<GaugeOptions, Record<never, never>>('gauge');
/** Shares of a whole: asks for now. */
export const piechart = panelBuilder<PieChartOptions, PieChartField>('piechart');
/** States over time, a band per series. */
export const stateTimeline = panelBuilder<StateTimelineOptions, StateTimelineField>('state-timeline');
