import { pack } from 'dashpack';
import * as catalog from '../datasources/ai-trading-core/index.js';
import { liveFeedAlerts } from '../rules/ai-trading-core/live-feed-alerts.js';
import { alerting } from '../stacks/ai-trading-core/alerting.js';
import { liveFeed } from '../stacks/ai-trading-core/live-feed.js';
import { liveFeedOps } from '../dashboards/ai-trading-core/refs.js';

/** AI Trading Core: the live feed of bars and features, and what watches it. */
export const aiTradingCore = pack({
  name: 'ai-trading-core',
  title: 'AI Trading Core',
  roles: [catalog.FEED],
  datasources: [catalog.promFeed9090],
  bindings: catalog.bindings,
  producers: [catalog.liveConnector],
  metrics: [catalog],
  rules: [liveFeedAlerts],
  home: liveFeedOps,
  alertmanager: alerting,
  stacks: [liveFeed],
  scenarios: () => import('../scenarios/ai-trading-core/index.js'),
  expectations: () => import('../scenarios/ai-trading-core/expectations.js'),
  dashboards: [() => import('../dashboards/ai-trading-core/live-feed-ops.js')],
});
