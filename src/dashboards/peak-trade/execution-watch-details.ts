import { dashboard, linkToExplore, quantileOf, queryVariable, rate, section, sum, text, timeseries } from 'dashpack';
import { executionWatchRequestLatency, executionWatchRequests } from '../../datasources/peak-trade/index.js';
import { contractDetails, executionWatchDetails, executionWatchOverview, operatorHome } from './refs.js';

const endpoint = queryVariable('endpoint', executionWatchRequests(), 'endpoint', {
  label: 'endpoint',
  includeAll: true,
  allValue: '.*',
});
const status = queryVariable('status', executionWatchRequests(), 'status', {
  label: 'status',
  includeAll: true,
  allValue: '.*',
});

const requestRate = sum(rate(executionWatchRequests({ endpoint, status })), { by: ['endpoint', 'status'] });

/** The requests to Execution Watch, by endpoint and status: where Execution Watch Overview drills down to. */
export default dashboard(executionWatchDetails, {
  tags: ['peak_trade', 'observability', 'execution_watch', 'watch_only', 'drilldown', 'ux_pack_v5'],
  links: [
    operatorHome,
    executionWatchOverview,
    contractDetails,
    linkToExplore('Explore (req/s, endpoint/status)', requestRate),
  ],
  variables: [endpoint, status],
  rows: {
    details: section({
      context: text(
        'Drilldown context',
        [
          'Diese View ist für Drilldowns aus **Execution Watch Overview**.',
          '',
          '- Filter: `endpoint=~"$endpoint"`, `status=~"$status"`',
          '- Datasource ist **DS_LOCAL** (Guardrail gegen false MISSING auf DS_SHADOW).',
        ].join('\n'),
        { height: 4 },
      ),
      requests: timeseries('Execution Watch req/s (filtered)', {
        query: requestRate,
        unit: 'reqps',
        width: 24,
        height: 10,
      }),
      latency: timeseries('Execution Watch latency p95 (filtered)', {
        query: quantileOf(0.95, executionWatchRequestLatency.bucket({ endpoint }), { by: ['endpoint'] }),
        legend: 'p95 {{endpoint}}',
        description:
          'The time below which 95 % of the requests were answered, per endpoint. Filtered by endpoint alone: the latency is not measured per status.',
        noValue: 'no traffic',
        width: 24,
        height: 10,
      }),
    }),
  },
});
