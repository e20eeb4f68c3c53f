import type { JsonObject } from '../../model/json.js';
import { textOf } from '../../document/read/values.js';
import type { ReturnedSeries } from '../proof/returned.js';
import { seriesName } from './legend.js';
import type { PreviewAnnotation } from './protocol.js';

/**
 * The events that Grafana makes of what an annotation's query returned: a value that is not 0 is one, and neighbours
 * within a step are one region.
 *
 * @param step the distance of points in seconds
 */
export function eventsOf(
  series: readonly ReturnedSeries[],
  json: JsonObject,
  step: number,
): PreviewAnnotation['events'] {
  const [title, text] = [textOf(json['titleFormat']), textOf(json['textFormat'])];
  const tagKeys = (textOf(json['tagKeys']) ?? '').split(',').filter((key) => key !== '');
  return series.flatMap(({ labels, points }) => {
    const about = {
      title: title === undefined ? '' : (seriesName(title, labels, '') ?? ''),
      text: text === undefined ? '' : (seriesName(text, labels, '') ?? ''),
      tags: tagKeys.flatMap((key) => labels[key.trim()] ?? []),
    };
    const regions: { from: number; to: number }[] = [];
    for (const [time, value] of points) {
      if (!(value > 0)) continue;
      const last = regions.at(-1);
      if (last !== undefined && time - last.to <= step) last.to = time;
      else regions.push({ from: time, to: time });
    }
    return regions.map(({ from, to }) => ({
      from: Math.round(from * 1000),
      ...(to > from ? { to: Math.round(to * 1000) } : {}),
      ...about,
    }));
  });
}
