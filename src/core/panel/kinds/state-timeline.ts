import {
  PanelBuilder as SdkPanel,
  type FieldConfig,
  type Options,
} from '@grafana/grafana-foundation-sdk/statetimeline';
import { panelBuilder } from '../builder.js';
import { history, legendList, tooltipOne } from '../usual-options.js';
import { visualisation } from '../visualisation.js';

/** The kind of `stateTimeline`. */
export const stateTimelineKind = visualisation('state-timeline', SdkPanel, {
  ...history,
  colorsByThreshold: true,
  width: 24,
  height: 6,
  options: { ...legendList, ...tooltipOne },
});

/** States over time, a band per series. */
export const stateTimeline = panelBuilder<Options, FieldConfig>(stateTimelineKind);
