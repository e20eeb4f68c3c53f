import {
  dashboard,
  linkOut,
  print,
  quantileOf,
  queryVariable,
  rate,
  section,
  sum,
  text,
  timeseries,
  type AnyVector,
} from 'dashpack';
import { executionWatchRequestLatency, executionWatchRequests, LOCAL } from '../../datasources/peak-trade/index.js';
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

/**
 * Where Explore asks an expression, over the time range that the viewer sees. Grafana fills in `${…}` only where the
 * braces are not percent-encoded, and then takes the values as they are: so each hole says how it is encoded.
 */
function exploreUrl(expression: AnyVector): string {
  const datasource = `\${${LOCAL.variable}}`;
  const panes = {
    requests: {
      datasource,
      queries: [{ refId: 'A', datasource: { type: 'prometheus', uid: datasource }, expr: print(expression.node) }],
      range: { from: '${__from}', to: '${__to}' },
    },
  };
  const encoded = encodeURIComponent(JSON.stringify(panes))
    .replaceAll(/%24%7B(\w+)%7D/g, '$${$1}')
    // Explore has windows of its own: `$__rate_interval` is for it to fill in.
    .replaceAll(/%24(?!__)(\w+)/g, '$${$1:percentencode}');
  return `/explore?schemaVersion=1&panes=${encoded}`;
}

/** The requests to Execution Watch, by endpoint and status: where Execution Watch Overview drills down to. */
export default dashboard(executionWatchDetails, {
  tags: ['peak_trade', 'observability', 'execution_watch', 'watch_only', 'drilldown', 'ux_pack_v5'],
  links: [
    operatorHome,
    executionWatchOverview,
    contractDetails,
    linkOut('Explore (req/s, endpoint/status)', exploreUrl(requestRate), { newTab: false }),
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
