import { z } from 'zod';
import type { Transport } from '../transport.js';
import { fetchJson } from './fetch-json.js';

const shape = z.object({ database: z.string(), version: z.string().default('') }).readonly();

/** How Grafana is: `database` is `ok` where it can work. */
export type GrafanaHealth = z.infer<typeof shape>;

/** How Grafana is. Asks for no credentials. Source: https://grafana.com/docs/grafana/latest/developers/http_api/other/ */
export function fetchHealth(transport: Transport): Promise<GrafanaHealth> {
  return fetchJson(transport, { path: '/api/health' }, shape);
}
