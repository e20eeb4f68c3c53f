import { pack } from 'dashpack';
import { paperTrading } from '../dashboards/claire/refs.js';
import * as catalog from '../datasources/claire/index.js';

const { PROM, SQL } = catalog;

/** Claire de Binare, a trading bot: what its Grafana shows, and where it comes from. */
export const claire = pack({
  name: 'claire',
  title: 'Claire de Binare',
  roles: [PROM, SQL],
  datasources: [catalog.prometheusServer, catalog.postgresServer],
  bindings: catalog.bindings,
  // Not prometheusItself: the server scrapes itself without a job of ours.
  producers: [
    catalog.cdbSignal,
    catalog.cdbRisk,
    catalog.cdbExecution,
    catalog.cdbWs,
    catalog.cdbCandles,
    catalog.cdbDbWriter,
    catalog.cdbPostgresExporter,
    catalog.cdbRedisExporter,
    catalog.nodeExporter,
    catalog.cadvisor,
  ],
  metrics: [catalog],
  // All but the first are reached from it.
  dashboardDefaults: { refresh: '30s', time: { from: 'now-6h', to: 'now' }, links: [paperTrading] },
  home: paperTrading,
  scenarios: () => import('../scenarios/claire/index.js'),
  expectations: () => import('../scenarios/claire/expectations.js'),
  dashboards: [
    () => import('../dashboards/claire/paper-trading.js'),
    () => import('../dashboards/claire/dark-trading.js'),
    () => import('../dashboards/claire/execution.js'),
    () => import('../dashboards/claire/system.js'),
    () => import('../dashboards/claire/risk.js'),
    () => import('../dashboards/claire/hitl.js'),
    () => import('../dashboards/claire/database.js'),
    () => import('../dashboards/claire/signal-engine.js'),
    () => import('../dashboards/claire/soak-test.js'),
  ],
});
