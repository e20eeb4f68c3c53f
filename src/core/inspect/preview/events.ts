import type { JsonObject } from '../../model/json.js';
import { textOf } from '../../document/read/values.js';
import type { ReturnedSeries } from '../proof/returned.js';
import { fillLabels } from './legend.js';
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
      title: title === undefined ? '' : fillLabels(title, labels),
      text: text === undefined ? '' : fillLabels(text, labels),
      tags: tagKeys.flatMap((key) => labels[key.trim()] ?? []),
    };
    const regions: { from: number; to: number }[] = [];
    for (const time of timesOf(points, json['useValueForTime'] === true)) {
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

/** The times of events: those of values above 0, or the values themselves, where they are times in milliseconds. */
function timesOf(points: ReturnedSeries['points'], isValue: boolean): readonly number[] {
  if (isValue) return points.map(([, value]) => Math.floor(value) / 1000);
  return points.flatMap(([time, value]) => (value > 0 ? [time] : []));
}
