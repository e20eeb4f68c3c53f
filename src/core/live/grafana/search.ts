import { z } from 'zod';
import type { Transport } from '../transport.js';
import { fetchJson } from './fetch-json.js';

const shape = z.array(z.object({ uid: z.string(), title: z.string(), folderTitle: z.string().default('') }).readonly());

/** A dashboard that Grafana has. */
export type FoundDashboard = z.infer<typeof shape>[number];

const perPage = 500;
const mostPages = 40;

/** All dashboards that the credentials may see, page by page. Source: `…/http_api/folder_dashboard_search/` */
export async function searchDashboards(transport: Transport): Promise<readonly FoundDashboard[]> {
  const found: FoundDashboard[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const parameters = { type: 'dash-db', limit: perPage, page };
    const part = await fetchJson(transport, { path: '/api/search', parameters }, shape);
    found.push(...part);
    if (part.length < perPage) break;
  }
  return found;
}
