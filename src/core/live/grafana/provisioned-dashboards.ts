import type { Transport } from '../transport.js';
import { fetchDashboard, type GrafanaDashboard } from './dashboard.js';
import { searchDashboards } from './search.js';

/** The dashboards that Grafana has from files: the ones whose JSON nobody can change in the browser for long. */
export async function fetchProvisionedDashboards(transport: Transport): Promise<readonly GrafanaDashboard[]> {
  const found = await searchDashboards(transport);
  const all = await Promise.all(found.map(({ uid }) => fetchDashboard(transport, uid)));
  return all.filter(({ meta }) => meta.provisioned);
}
