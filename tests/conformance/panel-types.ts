import type * as schema from '@grafana/schema';
import type * as barChart from '@grafana/schema/dist/esm/raw/composable/barchart/panelcfg/x/BarChartPanelCfg_types.gen';
import type * as barGauge from '@grafana/schema/dist/esm/raw/composable/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen';
import type * as gauge from '@grafana/schema/dist/esm/raw/composable/gauge/panelcfg/x/GaugePanelCfg_types.gen';
import type * as heatmap from '@grafana/schema/dist/esm/raw/composable/heatmap/panelcfg/x/HeatmapPanelCfg_types.gen';
import type * as pieChart from '@grafana/schema/dist/esm/raw/composable/piechart/panelcfg/x/PieChartPanelCfg_types.gen';
import type * as stat from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type * as stateTimeline from '@grafana/schema/dist/esm/raw/composable/statetimeline/panelcfg/x/StateTimelinePanelCfg_types.gen';
import type * as table from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen';
import type * as text from '@grafana/schema/dist/esm/raw/composable/text/panelcfg/x/TextPanelCfg_types.gen';
import type * as timeSeries from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';

/** The options, and what of the field configuration is its own, of each kind of panel. */
interface PanelTypes {
  barchart: [barChart.Options, barChart.FieldConfig];
  bargauge: [barGauge.Options, None];
  gauge: [gauge.Options, None];
  heatmap: [heatmap.Options, heatmap.FieldConfig];
  piechart: [pieChart.Options, pieChart.FieldConfig];
  stat: [stat.Options, None];
  'state-timeline': [stateTimeline.Options, stateTimeline.FieldConfig];
  table: [table.Options, table.FieldConfig];
  text: [text.Options, None];
  timeseries: [timeSeries.Options, timeSeries.FieldConfig];
}

/** A field configuration that has nothing of its own. */
interface None {
  none?: never;
}

/** A type as JSON writes it: values in place of enums. */
type Json<T> = T extends string
  ? `${T}`
  : T extends readonly (infer Item)[]
    ? readonly Json<Item>[]
    : T extends object
      ? { [Key in keyof T]: Json<T[Key]> }
      : T;

/** Without what this file says more exactly. `[key: string]: unknown` would let every mistake pass. */
type Without<T, Key extends keyof T> = { [Name in keyof T as Name extends Key ? never : Name]: T[Name] };

/** A property that an override sets: a standard one, or one of the panel's own. */
type Property<Own> =
  | { [Key in keyof Standard]-?: { id: Key; value: Json<Standard[Key]> } }[keyof Standard]
  | { [Key in keyof Own & string]-?: { id: `custom.${Key}`; value: Json<Own[Key]> } }[keyof Own & string];

type Standard = Without<schema.FieldConfig, 'custom'>;

interface FieldConfig<Own> {
  defaults: Json<Standard> & { custom?: Partial<Json<Own>> };
  overrides: readonly { matcher: schema.MatcherConfig; properties: readonly Property<Own>[] }[];
}

/** A query of a panel, as the datasources of this repository read it. */
type Query = {
  refId: string;
  datasource: { type: string; uid: string };
  hide?: boolean;
} & (
  | { expr: string; editorMode: 'code' | 'builder'; format?: 'time_series' | 'table' | 'heatmap'; instant?: boolean; range?: boolean; legendFormat?: string; interval?: string; exemplar?: boolean } // prettier-ignore
  | { rawSql: string; rawQuery: true; editorMode: 'code'; format: 'table' | 'time_series' }
);

type PanelFields = Json<Without<schema.Panel, 'fieldConfig' | 'options' | 'targets' | 'type'>>;

/** A panel of a type, as JSON. */
export type Panel<Type extends keyof PanelTypes> = PanelFields & {
  type: Type;
  targets?: readonly Query[];
  options?: Partial<Json<PanelTypes[Type][0]>>; // Grafana has a default for each
  fieldConfig?: FieldConfig<PanelTypes[Type][1]>;
};

/** A row, as JSON, without its panels. */
export type Row = Json<Without<schema.RowPanel, 'panels'>> & { type: 'row'; panels: readonly [] };

/** An annotation, whose query the schema types for the datasource `-- Grafana --` alone. */
type Annotation = Json<Without<schema.AnnotationQuery, 'target'>> & {
  target?: { refId: string; expr: string; interval?: string };
};

/** A dashboard, as JSON, without its panels. */
export type Dashboard = Json<Without<schema.Dashboard, 'annotations' | 'panels'>> & {
  annotations?: { list: readonly Annotation[] };
};
