import type { Metric } from '../catalog/metric-handle.js';
import type { AnyProducer } from '../catalog/producer-of.js';
import type { ExpectedDelta } from './expected-delta.js';
import type { ExporterUpdates } from './updates.js';

/** The environment of the process that runs an exporter. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Takes the lines of an events file. */
export interface LineHandler {
  /**
   * Takes one line, without its end, and counts it.
   *
   * @param now the exporter's clock, in Unix seconds
   */
  line(text: string, now: number): void;
  /** Takes note of a line that was too long to be kept. */
  tooLong(): void;
}

/** A sample event, and whose it is. */
export interface SampleRequest {
  /** Which one, from 0. */
  readonly index: number;
  /** Its time, ISO 8601. */
  readonly time: string;
  readonly runId: string;
}

/** The events that a smoke test writes into an empty events file, and by how much which series must grow. */
export interface SmokeTest {
  /** Whole lines, without their ends. */
  readonly lines: readonly string[];
  readonly expected: readonly ExpectedDelta[];
}

/** A program that reads an append-only file of events, one a line, and exports metric families of the catalog. */
export interface Exporter<Key extends string = string> {
  readonly kind: 'exporter';
  /** Its job and port: the contract with the Prometheus that scrapes it. */
  readonly producer: AnyProducer;
  /** Every family that it exports. */
  readonly metrics: readonly Metric[];
  /** Those that are shown while the file that is there at the start is still being read: they say nothing of events. */
  readonly heartbeat: readonly Metric[];
  /** The environment variables that name the events file and the port; without the latter it is the producer's. */
  readonly environment: { readonly events: string; readonly port: string };
  /** The labels whose combinations are bounded: events choose their values. */
  readonly boundedLabels: readonly Key[];
  /** How many combinations have series of their own. Default 250. */
  readonly mostGroups?: number;
  /** Writes what holds before any event, and says what to do with lines. */
  start(updates: ExporterUpdates<Key>, environment: Environment): LineHandler;
  /** The default run of sample events. */
  readonly sampleRunId: string;
  /** A sample event, as a plain object. Nothing in it is random. */
  sample(request: SampleRequest): unknown;
  /** The smoke test at a time, ISO 8601. */
  smoke(time: string): SmokeTest;
}

/**
 * Declares an exporter, for `pack({ exporters: { … } })`.
 *
 * @example
 * export default exporter({
 *   producer: web, metrics: [requests], heartbeat: [], environment: { events: 'EVENTS', port: 'PORT' },
 *   boundedLabels: ['route'],
 *   start: (updates) => ({
 *     line: (text) => updates.group({ route: text }, undefined).add(requests, {}),
 *     tooLong: () => undefined,
 *   }),
 *   sampleRunId: 'demo', sample: () => '/', smoke: () => ({ lines: [], expected: [] }),
 * });
 */
export function exporter<const Key extends string>(spec: Omit<Exporter<Key>, 'kind'>): Exporter<Key> {
  return { kind: 'exporter', ...spec };
}

/** Any exporter: what runs it takes the labels from the families. */
export type AnyExporter = Exporter<never> | Exporter;

/** Loads an exporter when it is asked for. */
export type ExporterThunk = () => AnyExporter | Promise<AnyExporter | { readonly default: AnyExporter }>;
