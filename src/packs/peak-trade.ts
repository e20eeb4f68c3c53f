import { pack } from 'dashpack';
import * as catalog from '../datasources/peak-trade/index.js';
import { aiLiveAlertsV1 } from '../rules/peak-trade/ai-live-alerts-v1.js';
import { pipelineAlertsV1 } from '../rules/peak-trade/pipeline-alerts-v1.js';
import { grafanaOnly } from '../stacks/peak-trade/grafana-only.js';
import { miniStack } from '../stacks/peak-trade/mini-stack.js';
import { operatorHome } from '../dashboards/peak-trade/refs.js';

const { AI_LIVE, LOCAL, MAIN, OBSERVABILITY, SHADOW } = catalog;

/** Peak_Trade: what its Grafana shows, and where it comes from. */
export const peakTrade = pack({
  name: 'peak-trade',
  title: 'Peak_Trade',
  roles: [LOCAL, SHADOW, MAIN, AI_LIVE, OBSERVABILITY],
  datasources: [catalog.promLocal9092, catalog.promMain9090, catalog.promAiLive9094, catalog.promObservability9095],
  bindings: catalog.bindings,
  producers: [catalog.shadowMvs, catalog.aiLive, catalog.peakTradeWeb, catalog.peakTradeMetricsd],
  metrics: [catalog],
  dashboardDefaults: { refresh: '10s', time: { from: 'now-30m', to: 'now' } },
  rules: [aiLiveAlertsV1, pipelineAlertsV1],
  home: operatorHome,
  stacks: [grafanaOnly, miniStack],
  scenarios: () => import('../scenarios/peak-trade/index.js'),
  expectations: () => import('../scenarios/peak-trade/expectations.js'),
  exporters: { 'ai-live': () => import('../exporters/peak-trade/ai-live.js') },
  dashboards: [
    () => import('../dashboards/peak-trade/operator-unified.js'),
    () => import('../dashboards/peak-trade/operator-home.js'),
    () => import('../dashboards/peak-trade/operator-summary.js'),
    () => import('../dashboards/peak-trade/system-health.js'),
    () => import('../dashboards/peak-trade/overview.js'),
    () => import('../dashboards/peak-trade/contract-details.js'),
    () => import('../dashboards/peak-trade/execution-watch-overview.js'),
    () => import('../dashboards/peak-trade/execution-watch-details.js'),
    () => import('../dashboards/peak-trade/shadow-pipeline-mvs.js'),
    () => import('../dashboards/peak-trade/labeled-local.js'),
    () => import('../dashboards/peak-trade/watch-only-prom.js'),
    () => import('../dashboards/peak-trade/main-vs-shadow-overview.js'),
    () => import('../dashboards/peak-trade/metrics-drift.js'),
  ],
});
