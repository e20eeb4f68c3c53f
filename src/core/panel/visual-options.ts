import { PanelBuilder as BarGaugeBuilder } from '@grafana/grafana-foundation-sdk/bargauge';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as GaugeBuilder } from '@grafana/grafana-foundation-sdk/gauge';
import { PanelBuilder as PieChartBuilder } from '@grafana/grafana-foundation-sdk/piechart';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as StateTimelineBuilder } from '@grafana/grafana-foundation-sdk/statetimeline';
import { PanelBuilder as TableBuilder } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as TextBuilder } from '@grafana/grafana-foundation-sdk/text';
import { PanelBuilder as TimeseriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { merge, type JsonObject } from './merge.js';
import type { Visualisation } from './panel.js';
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

const known = new Map<string, JsonObject>();

/** The options of a visualisation where its author says nothing: our defaults over those of the SDK's panel. */
export function baseOptions(visualisation: Visualisation, manySeries: boolean): JsonObject {
  const key = `${visualisation} ${manySeries}`;
  let options = known.get(key);
  if (options === undefined) {
    // The SDK hands out its live object, so each is built for us alone.
    const panel = new builders[visualisation]().build();
    options = merge(panel.options as JsonObject, defaultsOf(visualisation, manySeries).options);
    known.set(key, options);
  }
  return options;
}
