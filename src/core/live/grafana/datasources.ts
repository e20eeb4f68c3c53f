import { z } from 'zod';
import type { Transport } from '../transport.js';
import { fetchJson } from './fetch-json.js';

const shape = z.array(
  z
    .object({
      uid: z.string(),
      name: z.string(),
      type: z.string(),
      url: z.string().default(''),
      isDefault: z.boolean().default(false),
      readOnly: z.boolean().default(false),
      jsonData: z
        .object({ timeInterval: z.string().optional() })
        .nullish()
        .transform((data) => data ?? {}),
    })
    .readonly(),
);

/** A datasource of Grafana. `readOnly`: a file provisioned it; `timeInterval`: its scrape interval. */
export type GrafanaDatasource = z.infer<typeof shape>[number];

/** The datasources of Grafana; credentials must allow `datasources:read`. Source: `…/http_api/data_source/` */
export function fetchDatasources(transport: Transport): Promise<readonly GrafanaDatasource[]> {
  return fetchJson(transport, { path: '/api/datasources' }, shape);
}
