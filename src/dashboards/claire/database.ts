import { dashboard, gt, max, min, override, query, rate, row, stat, sum, timeseries } from 'dashpack';
import { upTile } from 'dashpack/panels';
import * as catalog from '../../datasources/claire/index.js';
import { database } from './refs.js';

const sixth = { width: 4, height: 5 } as const;

/** PostgreSQL and Redis. */
export default dashboard(database, {
  tags: ['claire', 'database', 'watch-only'],
  rows: {
    state: row('State', catalog.PROM, {
      postgres: upTile(
        'Postgres Status',
        min(catalog.postgresUp()),
        'UP while postgres_exporter reaches PostgreSQL, empty while nobody looks.',
        sixth,
      ),
      redis: upTile(
        'Redis Status',
        min(catalog.redisUp()),
        'UP while redis_exporter reaches Redis, empty while nobody looks.',
        sixth,
      ),
      connections: stat('PG Connections', { query: sum(catalog.postgresConnections()), unit: 'none', ...sixth }),
      memory: stat('Redis Memory', { query: max(catalog.redisMemoryUsed()), ...sixth }),
      keys: stat('Redis Keys', {
        queries: [
          query(sum(catalog.redisKeys()), { legend: 'Keys' }),
          query(sum(catalog.redisStreamLength()), { legend: 'In streams' }),
        ],
        unit: 'none',
        ...sixth,
      }),
      clients: stat('Redis Clients', { query: max(catalog.redisClients()), unit: 'none', ...sixth }),
    }),
    postgres: row('PostgreSQL', catalog.PROM, {
      performance: timeseries('PostgreSQL Query Performance', {
        query: max(catalog.statementMeanTime()),
        legend: 'Mean time',
        min: 0,
      }),
      connections: timeseries('PostgreSQL Connections Over Time', {
        query: sum(catalog.postgresConnections(), { by: ['state'] }),
        unit: 'none',
        min: 0,
      }),
      slow: stat('Slow Queries', {
        queries: [
          query(sum(catalog.statementTotalTime()), { legend: 'Time of all runs' }),
          query(max(catalog.statementMeanTime()), { legend: 'Mean time of a run' }),
          query(sum(catalog.statementCalls()), { legend: 'Runs' }),
        ],
        unit: 's',
        overrides: [override('Runs', { unit: 'none' })],
        width: 24,
      }),
    }),
    redis: row('Redis', catalog.PROM, {
      operations: timeseries('Redis Operations/sec', {
        query: sum(rate(catalog.redisCommands())),
        legend: 'Commands',
        min: 0,
      }),
      memory: timeseries('Redis Memory Usage', {
        queries: [
          query(max(catalog.redisMemoryUsed()), { legend: 'Used' }),
          query(gt(max(catalog.redisMemoryMax()), 0), { legend: 'Limit' }),
        ],
        min: 0,
      }),
    }),
  },
});
