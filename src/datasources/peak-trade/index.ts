/** The imports of the dashboards and rules of Peak_Trade: its roles, datasources, producers and metrics. */
export * from './ai-live.js';
export * from './bindings.js';
export * from './datasources.js';
export * from './peak-trade-metricsd.js';
export * from './peak-trade-web.js';
export * from './recorded.js';
export * from './roles.js';
export * from './shadow-mvs.js';
export * from './universal.js';
