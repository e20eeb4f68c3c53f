import { dashboard, max, rate, row, stat, sum, timeseries } from 'dashpack';
import { upTile } from 'dashpack/panels';
import * as catalog from '../../datasources/claire/index.js';
import { system } from './refs.js';
import { fromZero } from './sections/common.js';

const reached = 'UP while Prometheus reaches it, empty where it is no target.';
const tile = { width: 4, height: 5 } as const;

/** Which services run, and what they need. */
export default dashboard(system, {
  tags: ['claire', 'system', 'watch-only'],
  rows: {
    services: row('Services', catalog.PROM, {
      up: stat('Services Up', {
        query: sum(catalog.up.on(catalog.PROM)()),
        description: 'How many of all targets Prometheus reaches.',
        unit: 'none',
        width: 8,
        height: 5,
      }),
      risk: upTile('Risk Manager', max(catalog.up.on(catalog.PROM)({ job: 'cdb_risk' })), reached, tile),
      execution: upTile('Execution', max(catalog.up.on(catalog.PROM)({ job: 'cdb_execution' })), reached, tile),
      prometheus: upTile('Prometheus', max(catalog.up.on(catalog.PROM)({ job: 'prometheus' })), reached, tile),
      signal: upTile('Signal Engine', max(catalog.up.on(catalog.PROM)({ job: 'cdb_signal' })), reached, tile),
    }),
    load: row('Load', fromZero, {
      cpu: timeseries('CPU Usage Graph', {
        query: sum(rate(catalog.processCpuSeconds()), { by: ['job'] }),
        description: 'Processors that each process keeps busy: 100 % is one.',
        unit: 'percentunit',
      }),
      memory: timeseries('Memory Usage Graph', { query: sum(catalog.processResidentMemory(), { by: ['job'] }) }),
      goroutines: timeseries('Goroutines (Concurrency Load)', {
        query: sum(catalog.goroutines(), { by: ['job'] }),
        unit: 'none',
      }),
      requests: timeseries('HTTP Request Rate', {
        query: sum(rate(catalog.metricsRequests()), { by: ['job', 'code'] }),
      }),
    }),
  },
});
