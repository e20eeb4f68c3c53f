import { z } from 'zod';
import type { Transport } from '../transport.js';
import { fetchData } from './ask.js';
import type { Period } from './series.js';

/**
 * The values of a label.
 *
 * @param selector only of the series that it finds. Default: of all
 */
export function fetchLabelValues(
  transport: Transport,
  label: string,
  { start, end }: Period,
  selector?: string,
): Promise<readonly string[]> {
  const path = `/api/v1/label/${encodeURIComponent(label)}/values`;
  return fetchData(transport, { path, parameters: { 'match[]': selector, start, end } }, names);
}

/** VictoriaMetrics says `null` where it knows none. */
const names = z
  .array(z.string())
  .nullable()
  .transform((values) => values ?? []);
