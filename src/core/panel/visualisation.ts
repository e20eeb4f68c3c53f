import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import type { PanelTypeName } from '../model/panel-types.js';
import type { JsonObject } from '../model/json.js';
import { merge } from './merge.js';

/** The defaults of a visualisation where its author says nothing. */
export interface VisualDefaults {
  /** Columns of 24. */
  readonly width: number;
  /** Grid rows of 30 pixels. */
  readonly height: number;
  /** Asks for now, or over the time range. */
  readonly ask: 'instant' | 'range';
  readonly format: 'time_series' | 'table' | 'heatmap';
  /** True where its colours follow thresholds: it then has some, so that Grafana's own (red from 80) never apply. */
  readonly colorsByThreshold: boolean;
  readonly options: JsonObject;
  readonly custom: JsonObject;
}

/** The panel of the Foundation SDK for a visualisation. */
export type SdkBuilder = new () => { build(): Panel };

/** A kind of panel. */
export interface Visualisation {
  /** The panel type of Grafana, or the id of a plugin. */
  readonly type: string;
  /** Absent of a plugin, for which the SDK has none. */
  readonly sdk: SdkBuilder | undefined;
  /** The defaults where one series is expected. */
  readonly one: VisualDefaults;
  /** The defaults where several are. */
  readonly many: VisualDefaults;
}

/**
 * A kind of panel of Grafana's own. What `model/panel-types.ts` knows of the type is what lint, build and proof go by.
 *
 * @param many the defaults where several series are expected, if others
 */
export function visualisation(
  type: PanelTypeName,
  sdk: SdkBuilder,
  one: VisualDefaults,
  many: VisualDefaults = one,
): Visualisation {
  return { type, sdk, one, many };
}

/** The defaults of a visualisation. */
export function defaultsOf({ one, many }: Visualisation, manySeries: boolean): VisualDefaults {
  return manySeries ? many : one;
}

const known = new WeakMap<VisualDefaults, JsonObject>();

/** The options of a visualisation where its author says nothing: our defaults over those of the SDK's panel. */
export function baseOptions(of: Visualisation, manySeries: boolean): JsonObject {
  const defaults = defaultsOf(of, manySeries);
  let options = known.get(defaults);
  if (options === undefined) {
    // The SDK hands out its live object, so each is built for us alone.
    const panel = of.sdk === undefined ? undefined : new of.sdk().build();
    // It still writes the footer of a table here, where no Grafana from 12.3 on reads it: there it is a field's.
    const { footer: _footer, ...made } = (panel?.options ?? {}) as JsonObject;
    options = merge(made, defaults.options);
    known.set(defaults, options);
  }
  return options;
}
