import { postgresServer, prometheusServer } from './datasources.js';

/** Which datasource answers for each role. */
export const bindings = { PROM: prometheusServer, SQL: postgresServer } as const;
