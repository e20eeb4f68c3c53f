import { prometheusAt, type Prometheus } from '../prometheus/prometheus.js';
import type { Transport } from '../transport.js';
import { fetchDashboard, type GrafanaDashboard } from './dashboard.js';
import { fetchDatasourceHealth, type DatasourceHealth } from './datasource-health.js';
import { datasourceProxy } from './datasource-proxy.js';
import { fetchDatasources, type GrafanaDatasource } from './datasources.js';
import { fetchHealth, type GrafanaHealth } from './health.js';
import { fetchProvisionedDashboards } from './provisioned-dashboards.js';
import { searchDashboards, type FoundDashboard } from './search.js';
import { fetchUser, type GrafanaUser } from './user.js';

/** A Grafana, read and never changed. */
export interface Grafana {
  /** Where it is, for messages. */
  readonly url: string;
  health(): Promise<GrafanaHealth>;
  user(): Promise<GrafanaUser>;
  search(): Promise<readonly FoundDashboard[]>;
  dashboard(uid: string): Promise<GrafanaDashboard>;
  provisionedDashboards(): Promise<readonly GrafanaDashboard[]>;
  datasources(): Promise<readonly GrafanaDatasource[]>;
  datasourceHealth(uid: string): Promise<DatasourceHealth>;
  /** A Prometheus, asked through Grafana's proxy. */
  prometheus(uid: string): Prometheus;
}

/** The endpoints of a Grafana at the end of a transport. */
export function grafanaAt(transport: Transport): Grafana {
  return {
    url: transport.url,
    health: () => fetchHealth(transport),
    user: () => fetchUser(transport),
    search: () => searchDashboards(transport),
    dashboard: (uid) => fetchDashboard(transport, uid),
    provisionedDashboards: () => fetchProvisionedDashboards(transport),
    datasources: () => fetchDatasources(transport),
    datasourceHealth: (uid) => fetchDatasourceHealth(transport, uid),
    prometheus: (uid) => prometheusAt(datasourceProxy(transport, uid)),
  };
}
