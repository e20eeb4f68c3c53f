import { z } from 'zod';
import type { Transport } from '../transport.js';
import { fetchData } from './ask.js';

const shape = z.object({ version: z.string().default(''), revision: z.string().default('') }).readonly();

/** Which server this is: `version` is empty where a server does not say, as VictoriaMetrics did not always. */
export type Buildinfo = z.infer<typeof shape>;

/** Which version a server is. */
export function fetchBuildinfo(transport: Transport): Promise<Buildinfo> {
  return fetchData(transport, { path: '/api/v1/status/buildinfo' }, shape);
}
