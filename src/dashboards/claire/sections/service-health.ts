import { min, UP_DOWN } from 'dashpack';
import * as catalog from '../../../datasources/claire/index.js';

/** The services whose health counts. */
const services = [
  'cdb_ws',
  'cdb_candles',
  'cdb_signal',
  'cdb_risk',
  'cdb_execution',
  'cdb_db_writer',
  'cdb_postgres_exporter',
  'cdb_redis_exporter',
] as const;

/** A tile for each service of the bot, UP or DOWN: what a panel of them is told. */
export const serviceHealth = {
  query: min(catalog.up.on(catalog.PROM)({ job: services }), { by: ['job'] }),
  states: UP_DOWN,
  description: 'Whether Prometheus reaches each of the eight; one that is no target is not shown.',
  width: 24,
  height: 6,
} as const;
