import { z } from 'zod';
import type { Transport } from '../transport.js';
import { fetchJson } from './fetch-json.js';

const shape = z
  .object({
    dashboard: z.record(z.string(), z.json()),
    meta: z
      .object({
        folderUid: z.string().default(''),
        folderTitle: z.string().default(''),
        provisioned: z.boolean().default(false),
        provisionedExternalId: z.string().default(''),
        url: z.string().default(''),
      })
      .readonly(),
  })
  .readonly();

/** A dashboard as Grafana has it: its JSON, where it stands, and whether a file provisioned it. */
export type GrafanaDashboard = z.infer<typeof shape>;

/** A dashboard by its uid. Source: https://grafana.com/docs/grafana/latest/developers/http_api/dashboard/ */
export function fetchDashboard(transport: Transport, uid: string): Promise<GrafanaDashboard> {
  return fetchJson(transport, { path: `/api/dashboards/uid/${encodeURIComponent(uid)}` }, shape);
}
