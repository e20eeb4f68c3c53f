import { anyValue, counter, gauge } from 'dashpack';
import { cdbDbWriter, cdbPostgresExporter, cdbRedisExporter, cdbWs, prometheusItself } from './producers.js';
import { PROM } from './roles.js';

/** The processes whose client library exports what it knows of its process. */
const clients = [cdbDbWriter, cdbPostgresExporter, cdbRedisExporter, cdbWs, prometheusItself] as const;

/** How busy is a process? */
export const processCpuSeconds = counter('process_cpu_seconds_total', {
  owner: PROM,
  producer: clients,
  help: 'Processor time that the process has used.',
  unit: 'seconds',
});

/** How large is it? */
export const processResidentMemory = gauge('process_resident_memory_bytes', {
  owner: PROM,
  producer: clients,
  help: 'Memory of the process that is in RAM.',
  unit: 'bytes',
});

/** Since when does it run? */
export const processStartTime = gauge('process_start_time_seconds', {
  owner: PROM,
  producer: clients,
  help: 'When the process started.',
  unit: 'unixSeconds',
});

/** How much goes on at once? */
export const goroutines = gauge('go_goroutines', {
  owner: PROM,
  producer: [cdbPostgresExporter, cdbRedisExporter, prometheusItself],
  help: 'Goroutines that exist, in processes written in Go.',
});

/** Are its metrics asked for? */
export const metricsRequests = counter('promhttp_metric_handler_requests_total', {
  owner: PROM,
  producer: [cdbPostgresExporter, prometheusItself],
  help: 'Scrapes that the process answered, per status code.',
  unit: 'requests',
  labels: { code: anyValue('200', '500', '503') },
});
