import { z } from 'zod';
import type { Transport } from '../transport.js';
import { fetchData } from './ask.js';

const shape = z.record(
  z.string(),
  z.array(z.object({ type: z.string(), help: z.string().default(''), unit: z.string().default('') }).readonly()),
);

/** What producers say of a metric family; several may say different things. */
export type Metadata = z.infer<typeof shape>;

/** What producers say of their families. `metric`: only of this one; default all. */
export function fetchMetadata(transport: Transport, metric?: string): Promise<Metadata> {
  return fetchData(transport, { path: '/api/v1/metadata', parameters: { metric } }, shape);
}
