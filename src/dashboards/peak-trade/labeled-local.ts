import {
  dashboard,
  div,
  max,
  queryVariable,
  rate,
  section,
  stat,
  sum,
  timeseries,
  UP_DOWN,
  whenMeasured,
} from 'dashpack';
import * as catalog from '../../datasources/peak-trade/index.js';
import { executionWatchOverview, labeledLocal, operatorHome, systemHealth, watchOnlyProm } from './refs.js';

const local = { service: 'peak_trade_web', env: 'local', stack: 'host' } as const;

const route = queryVariable('route', catalog.httpRequestsLabeled(local), 'route', {
  label: 'route',
  multi: true,
  includeAll: true,
});

/** The web app by the families that name service, env and stack. */
export default dashboard(labeledLocal, {
  tags: ['observability', 'peak_trade', 'labeled', 'local'],
  links: [operatorHome, executionWatchOverview, systemHealth, watchOnlyProm],
  variables: [route],
  rows: {
    http: section(catalog.LOCAL, {
      requests: timeseries('RPS (labeled, all routes)', {
        query: sum(rate(catalog.httpRequestsLabeled(local))),
        legend: 'total',
        unit: 'reqps',
      }),
      latency: timeseries('Avg latency (s) (labeled, all routes)', {
        query: whenMeasured(
          div(
            sum(rate(catalog.httpRequestDurationLabeled.sum(local))),
            sum(rate(catalog.httpRequestDurationLabeled.count(local))),
          ),
        ),
        legend: 'avg',
        noValue: 'no traffic',
      }),
      requestsByRoute: timeseries('RPS by route (labeled)', {
        query: sum(rate(catalog.httpRequestsLabeled({ ...local, route })), { by: ['route'] }),
        unit: 'reqps',
        width: 24,
        height: 10,
      }),
      inFlight: stat('In-flight requests (labeled)', {
        query: max(catalog.httpInFlightRequestsLabeled(local)),
        legend: 'in_flight',
        description: 'Requests that the web app is working on; of several instances, the busiest.',
        width: 8,
        height: 6,
      }),
      up: stat('up{job=peak_trade_web} (local)', {
        query: catalog.up.on(catalog.LOCAL)({ job: 'peak_trade_web' }),
        legend: '{{instance}}',
        states: UP_DOWN,
        width: 8,
        height: 6,
      }),
    }),
  },
});
