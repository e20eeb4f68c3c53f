import { anyValue, eq, producer, unless, type Alive } from 'dashpack';
import { LOCAL, MAIN, SHADOW } from './roles.js';
import { up } from './universal.js';

/** The web app. Its /metrics answers even where it can measure nothing. */
export const peakTradeWeb = producer('peak_trade_web', {
  port: 8000,
  scrapedBy: [LOCAL, MAIN],
  scrapeInterval: '5s',
  alive: (): Alive =>
    unless(eq(up.on(LOCAL)({ job: 'peak_trade_web' }), 1), eq(metricsFallback(), 1), { on: ['job', 'instance'] }),
  runbook: {
    down: 'start the web app on 8000; Prometheus in a container reaches it as host.docker.internal:8000, never as localhost:8000. A 503 means that REQUIRE_PROMETHEUS_CLIENT=1 is set and prometheus_client is missing',
    silent:
      'the web app answers with peak_trade_metrics_fallback alone: start it from its own virtual environment, which has prometheus_client, with PEAK_TRADE_PROMETHEUS_ENABLED=1',
  },
});

/** The compare dashboards ask MAIN and SHADOW, by name. */
const compared = peakTradeWeb.ownedBy([LOCAL, MAIN, SHADOW]);
const { counter, gauge, histogram } = peakTradeWeb.ownedBy(LOCAL);

const requestLabels = { method: anyValue(), route: anyValue(), status_code: anyValue() } as const;

/** The labels that a `_labeled` family has for all its series alike. */
const constantLabels = {
  service: anyValue('peak_trade_web'),
  env: anyValue('local'),
  stack: anyValue('host'),
} as const;

const durationBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** How much traffic is there, and how much of it fails? */
export const httpRequests = compared.counter('peak_trade_http_requests_total', {
  help: 'HTTP requests to the web app, where route is the route template, or __unknown__.',
  labels: requestLabels,
});

/** How slow is the web app? */
export const httpRequestDuration = compared.histogram('peak_trade_http_request_duration_seconds', {
  help: 'Time that the web app took for an HTTP request, where route is the route template, or __unknown__.',
  unit: 'seconds',
  labels: requestLabels,
  buckets: durationBuckets,
});

/** Does the web app pile up work? */
export const httpInFlightRequests = compared.gauge('peak_trade_http_in_flight_requests', {
  help: 'HTTP requests that the web app is working on.',
});

/** `httpRequests` of one service, environment and stack. Prometheus' client appended the second `_total`. */
export const httpRequestsLabeled = counter('peak_trade_http_requests_total_labeled_total', {
  help: 'HTTP requests to the web app with its service, env and stack, where route is the route template, or __unknown__.',
  labels: { ...constantLabels, ...requestLabels },
});

/** `httpRequestDuration` of one service, environment and stack. */
export const httpRequestDurationLabeled = histogram('peak_trade_http_request_duration_seconds_labeled', {
  help: 'Time that the web app took for an HTTP request with its service, env and stack, where route is the route template, or __unknown__.',
  unit: 'seconds',
  labels: { ...constantLabels, ...requestLabels },
  buckets: durationBuckets,
});

/** `httpInFlightRequests` of one service, environment and stack. */
export const httpInFlightRequestsLabeled = gauge('peak_trade_http_in_flight_requests_labeled', {
  help: 'HTTP requests that the web app is working on, with its service, env and stack.',
  labels: constantLabels,
});

/** Is the web app up, but blind? */
export const metricsFallback = compared.gauge('peak_trade_metrics_fallback', {
  help: '1 when the web app runs without its metrics library: every other peak_trade_http_* series is then missing.',
});

const endpoint = anyValue(
  '/api/healthz',
  '/api/execution/runs',
  '/api/execution/runs/{run_id}',
  '/api/execution/runs/{run_id}/events',
);

/** Who asks Execution Watch, and does it answer? */
export const executionWatchRequests = counter('peak_trade_execution_watch_requests_total', {
  help: 'Requests to Execution Watch, per endpoint and status.',
  labels: { endpoint, status: anyValue('200', '400', '404') },
});

/** How slow is Execution Watch? */
export const executionWatchRequestLatency = histogram('peak_trade_execution_watch_request_latency_seconds', {
  help: 'Time that Execution Watch took for a request, per endpoint.',
  unit: 'seconds',
  labels: { endpoint },
  buckets: [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
});

/** Can Execution Watch read what it shows? */
export const executionWatchReadErrors = counter('peak_trade_execution_watch_read_errors_total', {
  help: 'Times that Execution Watch failed to read its data.',
});
