import { LineScan } from './line-scan.js';

/** A family as a page tells of it. */
export interface DescriptionLine {
  readonly kind: 'help' | 'type' | 'unit';
  readonly family: string;
  /** The help without its escapes; the type and the unit in the page's words. */
  readonly text: string;
}

/** The labels of a sample, in the order they are written, without escapes. */
export type ExposedLabels = ReadonlyMap<string, string>;

/** An exemplar, which OpenMetrics writes behind a sample: one of the events that were counted. */
export interface Exemplar {
  readonly labels: ExposedLabels;
  readonly value: number;
  /** In seconds. */
  readonly timestamp?: number;
}

/** One value of one series. */
export interface SampleLine {
  readonly kind: 'sample';
  /** The name of the series. */
  readonly name: string;
  readonly labels: ExposedLabels;
  readonly value: number;
  /** As it is written: in milliseconds in the text format of Prometheus, in seconds in OpenMetrics. */
  readonly timestamp?: number;
  readonly exemplar?: Exemplar;
}

/** A line of a page that says something. */
export type ExpositionLine = DescriptionLine | SampleLine;

/**
 * Reads a page of metrics in the text format of Prometheus or in OpenMetrics, with names in quotes where they are no
 * identifiers. Its lines come in order; those that are neither are left out, and all behind `# EOF`.
 * Sources: https://prometheus.io/docs/instrumenting/exposition_formats/ and https://prometheus.io/docs/specs/om/open_metrics_spec/
 */
export function readExposition(text: string): readonly ExpositionLine[] {
  const found: ExpositionLine[] = [];
  for (const written of text.split('\n')) {
    const line = written.endsWith('\r') ? written.slice(0, -1) : written;
    if (line === '# EOF') break;
    const read = line.trimStart().startsWith('#') ? readDescription(line) : readSample(line);
    if (read !== undefined) found.push(read);
  }
  return found;
}

const words: Readonly<Partial<Record<string, DescriptionLine['kind']>>> = { HELP: 'help', TYPE: 'type', UNIT: 'unit' };

function readDescription(line: string): DescriptionLine | undefined {
  const scan = new LineScan(line);
  scan.take('#');
  const kind = words[scan.name() ?? ''];
  const family = kind === undefined ? undefined : (scan.quoted() ?? scan.name());
  if (kind === undefined || family === undefined) return undefined;
  return { kind, family, text: kind === 'help' ? unescape(scan.rest()) : scan.rest() };
}

function readSample(line: string): SampleLine | undefined {
  const scan = new LineScan(line);
  const before = scan.name();
  const read = readLabels(scan, before === undefined);
  const name = before ?? read?.name;
  const value = scan.number();
  if (name === undefined || read === undefined || value === undefined) return undefined;
  const timestamp = scan.number();
  const hasExemplar = scan.take('#');
  const exemplar = hasExemplar ? readExemplar(scan) : undefined;
  if (!scan.isDone() || (hasExemplar && exemplar === undefined)) return undefined;
  return {
    kind: 'sample',
    name,
    labels: read.labels,
    value,
    ...(timestamp === undefined ? {} : { timestamp }),
    ...(exemplar === undefined ? {} : { exemplar }),
  };
}

function readExemplar(scan: LineScan): Exemplar | undefined {
  const read = readLabels(scan, false);
  const value = scan.number();
  if (read === undefined || value === undefined) return undefined;
  const timestamp = scan.number();
  return { labels: read.labels, value, ...(timestamp === undefined ? {} : { timestamp }) };
}

interface ReadLabels {
  /** The name of the series, which stands in quotes among the labels where it is not an identifier. */
  readonly name: string | undefined;
  readonly labels: ExposedLabels;
}

/** Reads `{a="b", "c.d"="e"}`, or nothing; undefined where something else stands. */
function readLabels(scan: LineScan, mayHaveName: boolean): ReadLabels | undefined {
  const labels = new Map<string, string>();
  let name: string | undefined;
  if (!scan.take('{')) return { name, labels };
  while (!scan.take('}')) {
    const quoted = scan.quoted();
    const label = quoted ?? scan.name();
    if (label === undefined) return undefined;
    if (scan.take('=')) {
      const value = scan.quoted();
      if (value === undefined) return undefined;
      labels.set(label, value);
    } else {
      if (quoted === undefined || !mayHaveName || name !== undefined) return undefined;
      name = quoted;
    }
    if (!scan.take(',') && !scan.sees('}')) return undefined;
  }
  return { name, labels };
}

const escapes: Readonly<Partial<Record<string, string>>> = { '\\n': '\n', '\\\\': '\\', '\\"': '"' };

function unescape(text: string): string {
  return text.replaceAll(/\\[n\\"]/g, (escape) => escapes[escape] ?? escape);
}
