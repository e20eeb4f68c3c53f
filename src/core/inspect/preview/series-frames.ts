import type { PreviewFrame } from './protocol.js';
import { jsonNumber, milliseconds, sortedLabels, type Answered } from './answered.js';
import { seriesName } from './legend.js';

/** The answer as time series: a frame for each, with its time and its value. */
export function seriesFrames({ refId, expr, legend, series, step }: Answered): readonly PreviewFrame[] {
  return series.map((each) => {
    const name = seriesName(legend, each.labels, expr);
    return {
      refId,
      ...(name === undefined ? {} : { name }),
      meta: { type: step === undefined ? 'numeric-multi' : 'timeseries-multi' },
      fields: [
        {
          name: 'Time',
          type: 'time',
          values: each.points.map(([time]) => milliseconds(time)),
          ...(step === undefined ? {} : { interval: milliseconds(step) }),
        },
        {
          name: 'Value',
          type: 'number',
          labels: sortedLabels(each.labels),
          values: each.points.map(([, value]) => jsonNumber(value)),
          ...(name === undefined ? {} : { displayName: name }),
        },
      ],
    };
  });
}
