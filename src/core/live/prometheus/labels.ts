import { z } from 'zod';
import type { Transport } from '../transport.js';
import { fetchData } from './ask.js';
import type { Period } from './series.js';

/**
 * The names of the labels.
 *
 * @param selector only of the series that it finds. Default: of all
 */
export function fetchLabels(transport: Transport, period: Period, selector?: string): Promise<readonly string[]> {
  const parameters = { 'match[]': selector, start: period.start, end: period.end };
  return fetchData(transport, { path: '/api/v1/labels', parameters, form: true }, z.array(z.string()));
}
