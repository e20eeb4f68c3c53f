import { dashboard, gt, max, min, override, query, rate, row, stat, sum, timeseries } from 'dashpack';
import { upTile } from 'dashpack/panels';
import {
  postgresConnections,
  postgresUp,
  PROM,
  redisClients,
  redisCommands,
  redisKeys,
  redisMemoryMax,
  redisMemoryUsed,
  redisStreamLength,
  redisUp,
  statementCalls,
  statementMeanTime,
  statementTotalTime,
} from '../../datasources/claire/index.js';
import { database } from './refs.js';

const sixth = { width: 4, height: 5 } as const;

/** PostgreSQL and Redis. */
export default dashboard(database, {
  tags: ['claire', 'database', 'watch-only'],
  rows: {
    state: row('State', PROM, {
      postgres: upTile(
        'Postgres Status',
        min(postgresUp()),
        'UP while postgres_exporter reaches PostgreSQL, empty while nobody looks.',
        sixth,
      ),
      redis: upTile(
        'Redis Status',
        min(redisUp()),
        'UP while redis_exporter reaches Redis, empty while nobody looks.',
        sixth,
      ),
      connections: stat('PG Connections', { query: sum(postgresConnections()), unit: 'none', ...sixth }),
      memory: stat('Redis Memory', { query: max(redisMemoryUsed()), ...sixth }),
      keys: stat('Redis Keys', {
        queries: [
          query(sum(redisKeys()), { legend: 'Keys' }),
          query(sum(redisStreamLength()), { legend: 'In streams' }),
        ],
        unit: 'none',
        ...sixth,
      }),
      clients: stat('Redis Clients', { query: max(redisClients()), unit: 'none', ...sixth }),
    }),
    postgres: row('PostgreSQL', PROM, {
      performance: timeseries('PostgreSQL Query Performance', {
        query: max(statementMeanTime()),
        legend: 'Mean time',
        min: 0,
      }),
      connections: timeseries('PostgreSQL Connections Over Time', {
        query: sum(postgresConnections(), { by: ['state'] }),
        unit: 'none',
        min: 0,
      }),
      slow: stat('Slow Queries', {
        queries: [
          query(sum(statementTotalTime()), { legend: 'Time of all runs' }),
          query(max(statementMeanTime()), { legend: 'Mean time of a run' }),
          query(sum(statementCalls()), { legend: 'Runs' }),
        ],
        unit: 's',
        overrides: [override('Runs', { unit: 'none' })],
        width: 24,
      }),
    }),
    redis: row('Redis', PROM, {
      operations: timeseries('Redis Operations/sec', {
        query: sum(rate(redisCommands())),
        legend: 'Commands',
        min: 0,
      }),
      memory: timeseries('Redis Memory Usage', {
        queries: [
          query(max(redisMemoryUsed()), { legend: 'Used' }),
          query(gt(max(redisMemoryMax()), 0), { legend: 'Limit' }),
        ],
        min: 0,
      }),
    }),
  },
});
