import type { ReadQuery } from '../../document/read-dashboard.js';
import type { ReturnedSeries } from '../proof/returned.js';
import { seriesName } from './legend.js';
import type { PreviewField, PreviewFrame } from './protocol.js';

/** The answer to a query, and how it was asked. */
export interface AnsweredQuery {
  readonly query: ReadQuery;
  /** The text as it was asked. */
  readonly asked: string;
  readonly series: readonly ReturnedSeries[];
  /** The distance of points in seconds; undefined where it was asked once. */
  readonly step: number | undefined;
}

/** The columns that Grafana's Prometheus datasource makes of the answers to the queries of a panel. */
export function framesOf(answered: readonly AnsweredQuery[]): readonly PreviewFrame[] {
  const tables = answered.filter(({ query }) => query.json['format'] === 'table');
  return answered.flatMap((each) => {
    if (tables.includes(each)) return [tableOf(each, tables.length > 1)];
    const frames = each.series.map((series) => graphOf(each, series));
    return each.query.json['format'] === 'heatmap' ? apart(each, frames) : frames;
  });
}

/** A series over time. */
function graphOf({ query, asked, step }: AnsweredQuery, { labels, points }: ReturnedSeries): PreviewFrame {
  const displayName = seriesName(query.legend, labels, asked);
  return {
    refId: refIdOf(query),
    fields: [
      {
        name: 'Time',
        type: 'time',
        values: points.map(([time]) => Math.round(time * 1000)),
        ...(step === undefined ? {} : { interval: step * 1000 }),
      },
      {
        name: labels['__name__'] ?? 'Value',
        type: 'number',
        labels: sortedLabels(labels),
        values: points.map(([, value]) => writeNumber(value)),
        ...(displayName === undefined ? {} : { displayName }),
      },
    ],
  };
}

/** A row a sample: the time, each label, the value. */
function tableOf({ query, series }: AnsweredQuery, isOneOfSeveral: boolean): PreviewFrame {
  const refId = refIdOf(query);
  const names = [...new Set(series.flatMap(({ labels }) => Object.keys(labels)))].sort();
  const rows = series.flatMap(({ labels, points }) => points.map(([time, value]) => ({ labels, time, value })));
  const columns = names.map((name): PreviewField => ({
    name,
    type: 'string',
    values: rows.map(({ labels }) => labels[name] ?? ''),
  }));
  return {
    refId,
    fields: [
      { name: 'Time', type: 'time', values: rows.map(({ time }) => Math.round(time * 1000)) },
      ...columns,
      {
        name: isOneOfSeveral ? `Value #${refId}` : 'Value',
        type: 'number',
        values: rows.map(({ value }) => writeNumber(value)),
      },
    ],
  };
}

/** The buckets of a histogram by their upper bounds, each without those below it. */
function apart({ series }: AnsweredQuery, frames: readonly PreviewFrame[]): readonly PreviewFrame[] {
  const bound = ({ labels }: ReturnedSeries): number => Number((labels['le'] ?? '').replace('+Inf', 'Infinity'));
  const order = series
    .map((each, index) => ({ each, frame: frames[index] }))
    .toSorted((a, b) => bound(a.each) - bound(b.each));
  return order.flatMap(({ each, frame }, index) => {
    const below = new Map(order[index - 1]?.each.points);
    if (frame === undefined) return [];
    const values = each.points.map(([time, value]) => writeNumber(value - (below.get(time) ?? 0)));
    const [time, number] = frame.fields;
    if (time === undefined || number === undefined) return [];
    return [{ ...frame, fields: [time, { ...number, values, displayName: each.labels['le'] ?? '' }] }];
  });
}

function refIdOf({ refId }: ReadQuery): string {
  return refId ?? 'A';
}

function sortedLabels(labels: ReturnedSeries['labels']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Numbers that JSON cannot write are words. */
function writeNumber(value: number): number | string {
  if (Number.isNaN(value)) return 'NaN';
  if (Number.isFinite(value)) return value;
  return value > 0 ? '+Inf' : '-Inf';
}
