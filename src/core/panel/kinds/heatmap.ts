import { PanelBuilder as SdkPanel, type FieldConfig, type Options } from '@grafana/grafana-foundation-sdk/heatmap';
import { panelBuilder } from '../builder.js';
import { history } from '../usual-options.js';
import { visualisation } from '../visualisation.js';

/** The kind of `heatmap`. */
export const heatmapKind = visualisation('heatmap', SdkPanel, {
  ...history,
  format: 'heatmap',
  width: 12,
  height: 8,
  options: {},
});

/** Buckets over time, darker where more fell into one: asks the buckets of a histogram, summed by `le`. */
export const heatmap = panelBuilder<Options, FieldConfig>(heatmapKind);
