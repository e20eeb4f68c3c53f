import { PanelBuilder as SdkPanel, type FieldConfig, type Options } from '@grafana/grafana-foundation-sdk/barchart';
import { panelBuilder } from '../builder.js';
import { legendList, oneValue, tooltipOne } from '../usual-options.js';
import { visualisation } from '../visualisation.js';

/** The kind of `barchart`. */
export const barchartKind = visualisation('barchart', SdkPanel, {
  ...oneValue,
  format: 'table',
  colorsByThreshold: false,
  width: 12,
  height: 8,
  options: { ...legendList, ...tooltipOne },
});

/** Bars to compare, one for each row of a result: asks for now. */
export const barchart = panelBuilder<Options, FieldConfig>(barchartKind);
