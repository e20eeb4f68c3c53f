import { anyValue, counter, gauge } from 'dashpack';
import { cdbPostgresExporter, cdbRedisExporter } from './producers.js';
import { PROM } from './roles.js';

/** Does PostgreSQL answer? */
export const postgresUp = gauge('pg_up', {
  owner: PROM,
  producer: cdbPostgresExporter,
  help: '1 while postgres_exporter reaches PostgreSQL, 0 while it does not.',
  unit: 'bool',
});

/** Who is connected? */
export const postgresConnections = gauge('pg_stat_activity_count', {
  owner: PROM,
  producer: cdbPostgresExporter,
  help: 'Connections to PostgreSQL, per database, server and state.',
  labels: {
    datname: anyValue('claire_de_binare'),
    server: anyValue('cdb_postgres:5432'),
    state: anyValue('active', 'idle'),
  },
});

/** Does Redis answer? */
export const redisUp = gauge('redis_up', {
  owner: PROM,
  producer: cdbRedisExporter,
  help: '1 while redis_exporter reaches Redis, 0 while it does not.',
  unit: 'bool',
});

/** How much is asked of Redis? */
export const redisCommands = counter('redis_commands_processed_total', {
  owner: PROM,
  producer: cdbRedisExporter,
  help: 'Commands that Redis processed.',
  unit: 'events',
});

/** Who is connected to Redis? */
export const redisClients = gauge('redis_connected_clients', {
  owner: PROM,
  producer: cdbRedisExporter,
  help: 'Clients that are connected to Redis.',
});

/** How much does Redis hold? */
export const redisKeys = gauge('redis_db_keys', {
  owner: PROM,
  producer: cdbRedisExporter,
  help: 'Keys in Redis, per database.',
  labels: { db: anyValue('db0') },
});

/** How full is Redis? */
export const redisMemoryUsed = gauge('redis_memory_used_bytes', {
  owner: PROM,
  producer: cdbRedisExporter,
  help: 'Memory that Redis uses.',
  unit: 'bytes',
});

/** When is it full? */
export const redisMemoryMax = gauge('redis_memory_max_bytes', {
  owner: PROM,
  producer: cdbRedisExporter,
  help: 'Most memory that Redis may use; 0 where there is no limit.',
  unit: 'bytes',
});

/** What waits in the streams? */
export const redisStreamLength = gauge('redis_stream_length', {
  owner: PROM,
  missing: { producer: cdbRedisExporter },
  help: 'Entries in the streams of Redis.',
});

/** What does PostgreSQL do? */
export const statementCalls = gauge('pg_stat_statements_calls', {
  owner: PROM,
  missing: { producer: cdbPostgresExporter },
  help: 'Times that the statements known to pg_stat_statements were run.',
});

/** How long does a statement take? */
export const statementMeanTime = gauge('pg_stat_statements_mean_time_seconds', {
  owner: PROM,
  missing: { producer: cdbPostgresExporter },
  help: 'Mean time of a run of the statements known to pg_stat_statements.',
  unit: 'seconds',
});

/** What takes the time? */
export const statementTotalTime = gauge('pg_stat_statements_total_time_seconds', {
  owner: PROM,
  missing: { producer: cdbPostgresExporter },
  help: 'Time of all runs of the statements known to pg_stat_statements.',
  unit: 'seconds',
});
