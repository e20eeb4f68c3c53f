import { PanelBuilder as SdkPanel, type Options } from '@grafana/grafana-foundation-sdk/gauge';
import { panelBuilder } from '../builder.js';
import { lastValue, oneValue } from '../usual-options.js';
import { visualisation } from '../visualisation.js';

/** The kind of `gauge`. */
export const gaugeKind = visualisation('gauge', SdkPanel, { ...oneValue, width: 6, height: 6, options: lastValue });

/** One dial per series: asks for now. */
export const gauge = panelBuilder<Options, Record<never, never>>(gaugeKind);
