import { z } from 'zod';
import type { Transport } from '../transport.js';
import { readAnswer } from '../read-answer.js';

const shape = z.object({ status: z.string().default('ERROR'), message: z.string().default('') }).readonly();

/** True where Grafana reaches a datasource: `status` is `OK` or `ERROR`. */
export type DatasourceHealth = z.infer<typeof shape>;

/** Lets Grafana ask a datasource how it is. */
export async function fetchDatasourceHealth(transport: Transport, uid: string): Promise<DatasourceHealth> {
  const path = `/api/datasources/uid/${encodeURIComponent(uid)}/health`;
  // What a datasource answers comes with the status 400 where it is not well.
  return readAnswer(await transport.request({ path, accept: [400] }), shape, transport.redact);
}
