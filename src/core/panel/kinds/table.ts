import { PanelBuilder as SdkPanel, type FieldConfig, type Options } from '@grafana/grafana-foundation-sdk/table';
import { panelBuilder } from '../builder.js';
import { oneValue } from '../usual-options.js';
import { visualisation } from '../visualisation.js';

/** The kind of `table`. */
export const tableKind = visualisation('table', SdkPanel, {
  ...oneValue,
  format: 'table',
  colorsByThreshold: false,
  width: 24,
  height: 8,
  options: {},
});

/** Rows and columns: asks for now. */
export const table = panelBuilder<Options, FieldConfig>(tableKind);
