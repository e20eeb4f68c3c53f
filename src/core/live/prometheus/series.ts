import { z } from 'zod';
import type { Transport } from '../transport.js';
import { fetchData } from './ask.js';
import { labelsShape, type Labels } from './sample.js';

/** A stretch of time in which series are looked for, as Unix times in seconds. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

/** The series that one of several selectors finds, by their labels. */
export function fetchSeries(
  transport: Transport,
  selectors: readonly string[],
  { start, end }: Period,
): Promise<readonly Labels[]> {
  const parameters = { 'match[]': selectors, start, end };
  return fetchData(transport, { path: '/api/v1/series', parameters, form: true }, z.array(labelsShape));
}
