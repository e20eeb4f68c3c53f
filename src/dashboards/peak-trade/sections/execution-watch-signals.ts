import { dataLink, quantileOf, rate, row, seriesLabel, sum, timeseries } from 'dashpack';
import {
  executionWatchReadErrors,
  executionWatchRequestLatency,
  executionWatchRequests,
  LOCAL,
} from '../../../datasources/peak-trade/index.js';
import { executionWatchDetails } from '../refs.js';

/** Is the API of Execution Watch asked, does it answer, and can it read what it shows? */
export const executionWatchSignals = row('Replay/compare signals (Execution Watch API metrics, if enabled)', LOCAL, {
  requests: timeseries('Execution Watch req/s (by endpoint, status)', {
    query: sum(rate(executionWatchRequests()), { by: ['endpoint', 'status'] }),
    unit: 'reqps',
    links: [
      dataLink(executionWatchDetails, {
        title: 'Drilldown: Execution Watch Details',
        set: { endpoint: seriesLabel('endpoint'), status: seriesLabel('status') },
      }),
    ],
    custom: { spanNulls: true },
    width: 24,
    height: 9,
  }),
  latency: timeseries('Execution Watch latency p95 (by endpoint)', {
    query: quantileOf(0.95, executionWatchRequestLatency.bucket(), { by: ['endpoint'] }),
    legend: 'p95 {{endpoint}}',
    noValue: 'no traffic',
    custom: { spanNulls: true },
    height: 9,
  }),
  readErrors: timeseries('Execution Watch JSONL read errors (rate)', {
    query: sum(rate(executionWatchReadErrors())),
    legend: 'read_errors/s',
    height: 9,
  }),
});
