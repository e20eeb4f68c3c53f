import {
  all,
  customVariable,
  dashboard,
  matches,
  max,
  not,
  quantileOf,
  queryVariable,
  rate,
  section,
  share,
  sum,
  timeseries,
  topOverRange,
} from 'dashpack';
import { httpInFlightRequests, httpRequestDuration, httpRequests, LOCAL } from '../../datasources/peak-trade/index.js';
import { labeledLocal, operatorHome, watchOnlyProm } from './refs.js';

const route = queryVariable('route', httpRequests(), 'route', { label: 'route', multi: true, includeAll: true });
const method = queryVariable('method', httpRequests(), 'method', { label: 'method', multi: true, includeAll: true });
const statusClass = customVariable('status_class', ['2..', '3..', '4..', '5..'], {
  label: 'status_class',
  current: '5..',
});
const quantile = customVariable('quantile', ['0.5', '0.9', '0.95', '0.99'], { label: 'quantile', current: '0.95' });
const window = customVariable('window', ['1m', '5m', '15m', '1h'], { label: 'window', current: '5m' });

const requests = sum(rate(httpRequests({ route, method }), window));

/** The web app: rate, errors and latency, by route. */
export default dashboard(watchOnlyProm, {
  tags: ['peak_trade', 'watch_only', 'prometheus'],
  links: [operatorHome, labeledLocal],
  variables: [route, method, statusClass, quantile, window],
  rows: {
    http: section(LOCAL, {
      requests: timeseries('RPS (gesamt)', {
        query: requests,
        legend: 'rps',
        description: 'Sum of HTTP requests per second (the selected routes and methods).',
        unit: 'reqps',
      }),
      requestsByRoute: timeseries('RPS (pro Route)', {
        query: sum(rate(httpRequests({ route, method }), window), { by: ['route'] }),
        description: 'HTTP requests per second by route template (cardinality-safe).',
        unit: 'reqps',
      }),
      errorRate: timeseries('Error Rate (Status-Class Anteil)', {
        query: share(sum(rate(httpRequests({ status_code: matches(statusClass), route, method }), window)), requests),
        legend: 'error_rate($status_class)',
        description: 'Fraction of requests matching selected HTTP status class regex (e.g. 5..).',
        min: 0,
        max: 1,
        noValue: 'no traffic',
      }),
      inFlight: timeseries('In-Flight Requests', {
        query: max(httpInFlightRequests()),
        legend: 'in_flight',
        description:
          'In-flight requests currently being handled (all routes and methods; of several instances, the busiest).',
      }),
      latency: timeseries('Latency Quantiles (per Route)', {
        query: quantileOf(quantile, httpRequestDuration.bucket({ route, method }), { window, by: ['route'] }),
        legend: 'q${quantile} {{route}}',
        description: 'Histogram quantile of HTTP latency per route.',
        noValue: 'no traffic',
        height: 10,
      }),
      slowestRoutes: timeseries('Top Routes by Latency (p95)', {
        query: topOverRange(
          10,
          quantileOf(0.95, httpRequestDuration.bucket({ route: all(route, not('__unknown__')), method }), {
            window,
            by: ['route'],
          }),
        ),
        description: 'Top routes by p95 latency over the time range that is shown (cardinality-safe templates).',
        noValue: 'no traffic',
        height: 10,
      }),
    }),
  },
});
