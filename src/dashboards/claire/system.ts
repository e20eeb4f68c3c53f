import { dashboard, max, rate, row, stat, sum, timeseries } from 'dashpack';
import { upTile } from 'dashpack/panels';
import {
  goroutines,
  metricsRequests,
  processCpuSeconds,
  processResidentMemory,
  PROM,
  up,
} from '../../datasources/claire/index.js';
import { system } from './refs.js';

const reached = 'UP while Prometheus reaches it, empty where it is no target.';
const tile = { width: 4, height: 5 } as const;

/** Which services run, and what they need. */
export default dashboard(system, {
  tags: ['claire', 'system', 'watch-only'],
  rows: {
    services: row('Services', PROM, {
      up: stat('Services Up', {
        query: sum(up.on(PROM)()),
        description: 'How many of all targets Prometheus reaches.',
        unit: 'none',
        width: 8,
        height: 5,
      }),
      risk: upTile('Risk Manager', max(up.on(PROM)({ job: 'cdb_risk' })), reached, tile),
      execution: upTile('Execution', max(up.on(PROM)({ job: 'cdb_execution' })), reached, tile),
      prometheus: upTile('Prometheus', max(up.on(PROM)({ job: 'prometheus' })), reached, tile),
      signal: upTile('Signal Engine', max(up.on(PROM)({ job: 'cdb_signal' })), reached, tile),
    }),
    load: row('Load', PROM, {
      cpu: timeseries('CPU Usage Graph', {
        query: sum(rate(processCpuSeconds()), { by: ['job'] }),
        description: 'Processors that each process keeps busy: 100 % is one.',
        unit: 'percentunit',
        min: 0,
      }),
      memory: timeseries('Memory Usage Graph', {
        query: sum(processResidentMemory(), { by: ['job'] }),
        min: 0,
      }),
      goroutines: timeseries('Goroutines (Concurrency Load)', {
        query: sum(goroutines(), { by: ['job'] }),
        unit: 'none',
        min: 0,
      }),
      requests: timeseries('HTTP Request Rate', {
        query: sum(rate(metricsRequests()), { by: ['job', 'code'] }),
        min: 0,
      }),
    }),
  },
});
