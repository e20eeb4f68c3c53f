import { eq, producer, type Producer } from 'dashpack';
import { PROM } from './roles.js';
import { up } from './universal.js';

const notDeployed = 'recommended, not deployed yet: its target is down until somebody runs it';

/** The signal engine. */
export const cdbSignal = service('cdb_signal', 8005);
/** The risk manager: it approves and blocks orders. */
export const cdbRisk = service('cdb_risk', 8002);
/** The execution engine: it sends orders and hears what became of them. */
export const cdbExecution = service('cdb_execution', 8003);
/** The market data socket. */
export const cdbWs = service('cdb_ws', 8000);
/** The candle aggregator. */
export const cdbCandles = service('cdb_candles', 8007);
/** The service that writes events into the database. */
export const cdbDbWriter = service('cdb_db_writer', 8010);
/** postgres_exporter, beside the database. */
export const cdbPostgresExporter = service('cdb_postgres_exporter', 9187);
/** redis_exporter, beside Redis. */
export const cdbRedisExporter = service('cdb_redis_exporter', 9121);
/** node_exporter, for the host. */
export const nodeExporter = service('node_exporter', 9100, notDeployed);
/** cAdvisor, for the containers. */
export const cadvisor = service('cadvisor', 8080, notDeployed);

/** The server scraping itself: its job is part of the datasource, not of the pack's producers. */
export const prometheusItself = producer('prometheus', {
  port: 9090,
  host: 'localhost',
  scrapedBy: [PROM],
  scrapeInterval: '15s',
  alive: () => eq(up.on(PROM)({ job: 'prometheus' }), 1),
  note: 'the server scraping itself',
});

/** A container whose name is its job, in one network with Prometheus. */
function service<const Job extends string>(job: Job, port: number, note?: string): Producer<Job> {
  const name: string = job;
  return producer(job, {
    port,
    host: job,
    scrapedBy: [PROM],
    scrapeInterval: '15s',
    alive: () => eq(up.on(PROM)({ job: name }), 1),
    ...(note === undefined ? {} : { note }),
  });
}
