import { anyValue } from 'dashpack';
import { cdbPostgresExporter, cdbRedisExporter } from './producers.js';
import { PROM } from './roles.js';

const postgres = cdbPostgresExporter.ownedBy(PROM);
const redis = cdbRedisExporter.ownedBy(PROM);

/** Does PostgreSQL answer? */
export const postgresUp = postgres.gauge('pg_up', {
  help: '1 while postgres_exporter reaches PostgreSQL, 0 while it does not.',
  unit: 'bool',
});

/** Who is connected? */
export const postgresConnections = postgres.gauge('pg_stat_activity_count', {
  help: 'Connections to PostgreSQL, per database, server and state.',
  labels: {
    datname: anyValue('claire_de_binare'),
    server: anyValue('cdb_postgres:5432'),
    state: anyValue('active', 'idle'),
  },
});

/** Does Redis answer? */
export const redisUp = redis.gauge('redis_up', {
  help: '1 while redis_exporter reaches Redis, 0 while it does not.',
  unit: 'bool',
});

/** How much is asked of Redis? */
export const redisCommands = redis.counter('redis_commands_processed_total', {
  help: 'Commands that Redis processed.',
  unit: 'events',
});

/** Who is connected to Redis? */
export const redisClients = redis.gauge('redis_connected_clients', { help: 'Clients that are connected to Redis.' });

/** How much does Redis hold? */
export const redisKeys = redis.gauge('redis_db_keys', {
  help: 'Keys in Redis, per database.',
  labels: { db: anyValue('db0') },
});

/** How full is Redis? */
export const redisMemoryUsed = redis.gauge('redis_memory_used_bytes', {
  help: 'Memory that Redis uses.',
  unit: 'bytes',
});

/** When is it full? */
export const redisMemoryMax = redis.gauge('redis_memory_max_bytes', {
  help: 'Most memory that Redis may use; 0 where there is no limit.',
  unit: 'bytes',
});

/** What waits in the streams? */
export const redisStreamLength = redis.missing.gauge('redis_stream_length', {
  help: 'Entries in the streams of Redis.',
});

/** What does PostgreSQL do? */
export const statementCalls = postgres.missing.gauge('pg_stat_statements_calls', {
  help: 'Times that the statements known to pg_stat_statements were run.',
});

/** How long does a statement take? */
export const statementMeanTime = postgres.missing.gauge('pg_stat_statements_mean_time_seconds', {
  help: 'Mean time of a run of the statements known to pg_stat_statements.',
  unit: 'seconds',
});

/** What takes the time? */
export const statementTotalTime = postgres.missing.gauge('pg_stat_statements_total_time_seconds', {
  help: 'Time of all runs of the statements known to pg_stat_statements.',
  unit: 'seconds',
});
