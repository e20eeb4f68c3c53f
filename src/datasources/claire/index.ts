/** The imports of the dashboards of Claire de Binare: its roles, datasources, producers, metrics and tables. */
export * from './bindings.js';
export * from './databases.js';
export * from './datasources.js';
export * from './execution.js';
export * from './host.js';
export * from './market-data.js';
export * from './process.js';
export * from './producers.js';
export * from './risk.js';
export * from './risk-missing.js';
export * from './roles.js';
export * from './signal.js';
export * from './tables.js';
export * from './universal.js';
