import { PanelBuilder as BarGaugeBuilder } from '@grafana/grafana-foundation-sdk/bargauge';
import type { DataSourceRef } from '@grafana/grafana-foundation-sdk/common';
import type { GridPos, Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as GaugeBuilder } from '@grafana/grafana-foundation-sdk/gauge';
import { PanelBuilder as PieChartBuilder } from '@grafana/grafana-foundation-sdk/piechart';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as StateTimelineBuilder } from '@grafana/grafana-foundation-sdk/statetimeline';
import { PanelBuilder as TableBuilder } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as TextBuilder } from '@grafana/grafana-foundation-sdk/text';
import { PanelBuilder as TimeseriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import type { EmittedTarget } from './emit-target.js';
import { emitFieldConfig } from './field-config.js';
import { merge, type JsonObject } from './merge.js';
import type { PanelDefinition, Visualisation } from './panel.js';
import { defaultsOf } from './visual-defaults.js';

const builders: Readonly<Record<Visualisation, new () => { build(): Panel }>> = {
  stat: StatBuilder,
  timeseries: TimeseriesBuilder,
  table: TableBuilder,
  bargauge: BarGaugeBuilder,
  gauge: GaugeBuilder,
  piechart: PieChartBuilder,
  text: TextBuilder,
  'state-timeline': StateTimelineBuilder,
};

/** What a panel gets from its dashboard. */
export interface PanelPlace {
  /** 1 to 2^31 − 1. */
  readonly id: number;
  readonly gridPos: GridPos;
  /** Absent for panels that ask nothing. */
  readonly datasource: DataSourceRef | undefined;
  readonly targets: readonly EmittedTarget[];
  /** A Grafana unit, derived from the queries. */
  readonly unit: string | undefined;
  /** The help of the metrics that are asked. */
  readonly description: string | undefined;
  /** Whether several series are expected: the legend is then a table. */
  readonly manySeries: boolean;
  /** Data links, as addresses. */
  readonly links: readonly { readonly title: string; readonly url: string; readonly targetBlank: boolean }[];
}

/**
 * A panel as Grafana reads it: the Foundation SDK's panel of its kind, our defaults over the SDK's, the author's
 * options over ours. Every call builds a new object.
 */
export function emitPanel(panel: PanelDefinition, place: PanelPlace): JsonObject {
  const base = new builders[panel.visualisation]().build();
  const { options } = panel;
  const description = options.description ?? place.description;
  const fieldConfig = emitFieldConfig(panel, place);
  return {
    id: place.id,
    type: panel.visualisation,
    title: panel.title,
    gridPos: place.gridPos,
    datasource: place.datasource,
    targets: place.targets.length === 0 ? undefined : place.targets,
    description,
    transparent: options.transparent,
    fieldConfig,
    options: merge(base.options as JsonObject, defaultsOf(panel.visualisation, place.manySeries).options, panel.visualOptions as JsonObject),
    transformations: options.transformations,
    repeat: options.repeat?.name,
    repeatDirection: options.repeat === undefined ? undefined : (options.repeatDirection ?? 'h'),
    maxPerRow: options.maxPerRow,
    interval: options.interval,
    maxDataPoints: options.maxDataPoints,
    timeFrom: options.timeFrom,
    timeShift: options.timeShift,
    hideTimeOverride: options.hideTimeOverride,
    cacheTimeout: options.cacheTimeout,
    queryCachingTTL: options.queryCachingTTL,
  };
}
