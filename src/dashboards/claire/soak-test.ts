import { age, dashboard, div, max, min, query, rate, row, stat, sum, thresholds, timeseries } from 'dashpack';
import * as catalog from '../../datasources/claire/index.js';
import { soakTest } from './refs.js';
import { fromZero, thirds } from './sections/common.js';
import { serviceHealth } from './sections/service-health.js';

/** Does the stack run for three days? */
export default dashboard(soakTest, {
  tags: ['claire', 'soak-test', 'watch-only'],
  time: { from: 'now-3d', to: 'now' },
  rows: {
    state: row('State', thirds, {
      restarts: stat('Container Restarts', {
        query: sum(catalog.containerRestarts()),
        unit: 'none',
        thresholds: thresholds('green', [1, 'red']),
      }),
      disk: stat('Disk Space Remaining', {
        query: min(div(catalog.diskFree(), catalog.diskSize())),
        description: 'Share of the fullest file system that is free.',
        unit: 'percentunit',
        thresholds: thresholds('red', [0.1, 'yellow'], [0.2, 'green']),
      }),
      duration: stat('Test Duration', {
        query: age(max(catalog.processStartTime({ job: ['cdb_ws', 'cdb_db_writer'] }))),
        description:
          'Time since the last restart of cdb_ws or cdb_db_writer, the services of the bot that say when they started.',
      }),
      health: stat('Service Health (8 Services)', serviceHealth),
    }),
    overTime: row('Over time', fromZero, {
      restarts: timeseries('Container Restarts Over Time', {
        query: sum(catalog.containerRestarts()),
        legend: 'Restarts',
        unit: 'none',
      }),
      activity: timeseries('Signals and Orders', {
        queries: [
          query(sum(rate(catalog.signalsGenerated())), { legend: 'Signals' }),
          query(sum(rate(catalog.ordersCreated())), { legend: 'Orders created' }),
        ],
      }),
      cpu: timeseries('Container CPU', {
        query: sum(rate(catalog.containerCpuSeconds())),
        legend: 'All containers',
        description: 'Processors that the containers keep busy: 100 % is one.',
        unit: 'percentunit',
      }),
      memory: timeseries('Container Memory', {
        queries: [
          query(sum(catalog.containerMemory()), { legend: 'Used' }),
          query(sum(catalog.containerMemoryLimit()), { legend: 'Limit' }),
        ],
      }),
    }),
  },
});
