import { z } from 'zod';
import type { Transport } from '../transport.js';
import { fetchJson } from './fetch-json.js';

const shape = z.object({ login: z.string(), orgId: z.number().optional() }).readonly();

/** As whom the credentials sign in. */
export type GrafanaUser = z.infer<typeof shape>;

/**
 * As whom the credentials sign in.
 *
 * @throws LiveFailure with status 401 where they do not
 */
export function fetchUser(transport: Transport): Promise<GrafanaUser> {
  return fetchJson(transport, { path: '/api/user' }, shape);
}
