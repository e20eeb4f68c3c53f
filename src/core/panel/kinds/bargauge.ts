import { PanelBuilder as SdkPanel, type Options } from '@grafana/grafana-foundation-sdk/bargauge';
import { panelBuilder } from '../builder.js';
import { lastValue, oneValue } from '../usual-options.js';
import { visualisation } from '../visualisation.js';

/** The kind of `bargauge`. */
export const bargaugeKind = visualisation('bargauge', SdkPanel, {
  ...oneValue,
  width: 12,
  height: 6,
  options: { ...lastValue, orientation: 'horizontal' },
});

/** One bar per series: asks for now. */
export const bargauge = panelBuilder<Options, Record<never, never>>(bargaugeKind);
