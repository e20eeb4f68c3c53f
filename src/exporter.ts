/** The public entry `dashpack/exporter`: what a pack declares an exporter with. What runs it belongs to the command. */
export { exporter } from './core/exporter/exporter.js';
export type {
  AnyExporter,
  Environment,
  Exporter,
  ExporterThunk,
  LineHandler,
  SampleRequest,
  SmokeTest,
} from './core/exporter/exporter.js';
export { grows, observes } from './core/exporter/expected-delta.js';
export type { ExpectedDelta } from './core/exporter/expected-delta.js';
export { labelSafe } from './core/exporter/label-safe.js';
export { parseTime } from './core/exporter/parse-time.js';
export type { ExporterUpdates, Given, IgnoredBecause, LabelValue, Updates } from './core/exporter/updates.js';
