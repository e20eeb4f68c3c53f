/** The imports of the dashboard and rules of AI Trading Core: its role, datasource, producer and metrics. */
export * from './bindings.js';
export * from './datasources.js';
export * from './live-connector.js';
export * from './recorded.js';
export * from './roles.js';
export * from './universal.js';
