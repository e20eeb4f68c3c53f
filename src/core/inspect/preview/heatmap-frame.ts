import type { ReturnedSeries } from '../proof/returned.js';
import type { PreviewField, PreviewFrame } from './protocol.js';
import { jsonNumber, milliseconds, sortedLabels, type Answered } from './answered.js';
import { seriesName } from './legend.js';

/**
 * The answer as the rows of a heatmap: a column for each bucket, from the lowest, with what it has more than the one
 * below. Series that differ in other labels than `le` are heatmaps of their own.
 */
export function heatmapFrames(answered: Answered): readonly PreviewFrame[] {
  const groups = new Map<string, ReturnedSeries[]>();
  for (const each of answered.series) {
    const { le: _bound, ...others } = each.labels;
    const key = JSON.stringify(Object.entries(others).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((series) => frameOf(answered, series));
}

function frameOf({ refId, legend, expr, step }: Answered, series: readonly ReturnedSeries[]): PreviewFrame {
  const buckets = series.toSorted((a, b) => boundOf(a) - boundOf(b));
  const times = [...new Set(buckets.flatMap(({ points }) => points.map(([time]) => time)))].toSorted((a, b) => a - b);
  const counts = buckets.map(({ points }) => new Map(points));
  const fields = buckets.map((bucket, index): PreviewField => {
    const { le = '' } = bucket.labels;
    const name = legend === '__auto' || legend === '' ? le : (seriesName(legend, bucket.labels, expr) ?? le);
    return {
      name,
      type: 'number',
      labels: sortedLabels(bucket.labels),
      displayName: name,
      values: times.map((time) => {
        const count = counts[index]?.get(time);
        const below = counts[index - 1]?.get(time) ?? 0;
        return count === undefined ? null : jsonNumber(count - below);
      }),
    };
  });
  return {
    refId,
    meta: { type: 'heatmap-rows' },
    fields: [
      {
        name: 'Time',
        type: 'time',
        values: times.map(milliseconds),
        ...(step === undefined ? {} : { interval: milliseconds(step) }),
      },
      ...fields,
    ],
  };
}

function boundOf({ labels: { le = '' } }: ReturnedSeries): number {
  return le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le);
}
