import type { Transport } from '../transport.js';

/** The way to a datasource through Grafana, which adds the datasource's own credentials. */
export function datasourceProxy(transport: Transport, uid: string): Transport {
  return transport.under(`/api/datasources/proxy/uid/${encodeURIComponent(uid)}`);
}
