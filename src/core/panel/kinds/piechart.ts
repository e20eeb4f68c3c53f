import { PanelBuilder as SdkPanel, type FieldConfig, type Options } from '@grafana/grafana-foundation-sdk/piechart';
import { panelBuilder } from '../builder.js';
import { lastValue, legendTable, oneValue, tooltipAll } from '../usual-options.js';
import { visualisation } from '../visualisation.js';

/** The kind of `piechart`. */
export const piechartKind = visualisation('piechart', SdkPanel, {
  ...oneValue,
  colorsByThreshold: false,
  width: 8,
  height: 8,
  options: { ...lastValue, ...legendTable, ...tooltipAll },
});

/** Shares of a whole: asks for now. */
export const piechart = panelBuilder<Options, FieldConfig>(piechartKind);
