import type { ReturnedSeries } from '../proof/returned.js';
import type { Json } from '../../model/json.js';

/** A query that was answered. */
export interface Answered {
  readonly refId: string;
  /** As it was asked. */
  readonly expr: string;
  /** With its variables filled in. */
  readonly legend: string;
  readonly series: readonly ReturnedSeries[];
  /** The distance of points in seconds; undefined where it was asked for one. */
  readonly step: number | undefined;
}

/** A Unix time in seconds as the page has it, in milliseconds. */
export function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}

/** A number as JSON can write it. */
export function jsonNumber(value: number): Json {
  if (Number.isNaN(value)) return 'NaN';
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  return value === Number.NEGATIVE_INFINITY ? '-Inf' : value;
}

/** Labels in the order of their names. */
export function sortedLabels(labels: ReturnedSeries['labels']): ReturnedSeries['labels'] {
  return Object.fromEntries(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
