import type { ReadPanel, ReadQuery } from '../../document/read-dashboard.js';
import { numberOf, textOf } from '../../document/read/values.js';
import { graphStep, readInterval } from '../interpolate/step.js';
import { relativeTime, type TimeRange } from '../interpolate/time-range.js';

/** The width of a screen of 1920 pixels, over the columns of a dashboard. */
const pixelsPerColumn = 80;
const usualColumns = 12;
/** In seconds: of queries of annotations. */
const annotationStep = 60;

/**
 * How far the points of a panel's query are apart, in seconds.
 *
 * @param width of the panel in pixels; default as on a screen of 1920 pixels
 */
export function panelStep(
  query: ReadQuery,
  panel: ReadPanel | undefined,
  { start, end }: TimeRange,
  scrapeInterval: number,
  width = (panel?.grid?.w ?? usualColumns) * pixelsPerColumn,
): number {
  const written = textOf(query.json['interval']) ?? textOf(query.json['step']) ?? textOf(panel?.json['interval']) ?? '';
  const least = readInterval(written) ?? (panel === undefined ? annotationStep : scrapeInterval);
  const points = numberOf(panel?.json['maxDataPoints']) ?? width;
  const factor = numberOf(query.json['intervalFactor']) ?? 1;
  return graphStep({ range: end - start, points, least, factor: Math.max(1, factor) });
}

/** The range of a panel: that of the dashboard, or its own, shifted where it says so. */
export function panelRange({ json }: ReadPanel, around: TimeRange, now: number): TimeRange {
  const from = textOf(json['timeFrom']) ?? '';
  const shift = textOf(json['timeShift']) ?? '';
  const own = from === '' ? undefined : relativeTime(from.startsWith('now') ? from : `now-${from}`, now, false);
  const range = own === undefined ? around : { start: own, end: now };
  const back = shift === '' ? 0 : now - (relativeTime(`now-${shift}`, now, false) ?? now);
  return { start: range.start - back, end: range.end - back };
}
