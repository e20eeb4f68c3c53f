import { datasource } from 'dashpack';

/** Bound to FEED. Beside other packs in one Grafana, `defaultDatasource` of the configuration says which one is the default. */
export const promFeed9090 = datasource('prom_feed_9090', { url: 'http://prometheus:9090', isDefault: true });
