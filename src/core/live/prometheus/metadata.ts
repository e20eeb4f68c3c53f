import { z } from 'zod';
import type { Transport } from '../transport.js';
import { fetchData } from './ask.js';

const shape = z.record(
  z.string(),
  z.array(z.object({ type: z.string(), help: z.string().default(''), unit: z.string().default('') }).readonly()),
);

/** The metadata that producers give a metric family; several may say different things. */
export type Metadata = z.infer<typeof shape>;

/** The metadata that producers give their families. `metric`: only of this one; default all. */
export function fetchMetadata(transport: Transport, metric?: string): Promise<Metadata> {
  return fetchData(transport, { path: '/api/v1/metadata', parameters: { metric } }, shape);
}
