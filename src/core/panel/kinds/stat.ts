import { PanelBuilder as SdkPanel, type Options } from '@grafana/grafana-foundation-sdk/stat';
import { panelBuilder } from '../builder.js';
import { lastValue, oneValue } from '../usual-options.js';
import { visualisation } from '../visualisation.js';

/** The kind of `stat`. */
export const statKind = visualisation('stat', SdkPanel, {
  ...oneValue,
  width: 6,
  height: 4,
  options: { ...lastValue, graphMode: 'none' },
});

/** One value, large: asks for now. */
export const stat = panelBuilder<Options, Record<never, never>>(statKind);
