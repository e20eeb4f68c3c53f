import type { Json } from '../../model/json.js';
import type { PreviewField, PreviewFrame } from './protocol.js';
import { jsonNumber, milliseconds, type Answered } from './answered.js';

/** The label of a bucket's bound: its column holds numbers. */
const bound = 'le';

/**
 * The answer as one table: the time, a column for each label, and the value.
 *
 * @param isAlone whether no other query of the panel is a table; else the value is called after its query
 */
export function tableFrame({ refId, series }: Answered, isAlone: boolean): PreviewFrame {
  const rows = series.flatMap(({ labels, points }) => points.map(([time, value]) => ({ labels, time, value })));
  const labels = [...new Set(series.flatMap((each) => Object.keys(each.labels).toSorted()))];
  const column = (name: string): PreviewField => ({
    name,
    type: name === bound ? 'number' : 'string',
    values: rows.map((row): Json => (name === bound ? boundOf(row.labels[name]) : (row.labels[name] ?? ''))),
  });
  return {
    refId,
    meta: { preferredVisualisationType: 'table' },
    fields: [
      { name: 'Time', type: 'time', values: rows.map(({ time }) => milliseconds(time)) },
      ...labels.map(column),
      {
        name: isAlone ? 'Value' : `Value #${refId}`,
        type: 'number',
        values: rows.map(({ value }) => jsonNumber(value)),
      },
    ],
  };
}

function boundOf(text: string | undefined): Json {
  if (text === undefined || text === '') return null;
  return jsonNumber(text === '+Inf' ? Number.POSITIVE_INFINITY : Number(text));
}
