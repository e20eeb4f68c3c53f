import { count, customVariable, dashboard, metricNamed, row, section, stat, text, timeseries } from 'dashpack';
import { presentTile } from 'dashpack/panels';
import { LOCAL, MAIN, SHADOW } from '../../datasources/peak-trade/index.js';
import * as refs from './refs.js';

/** The series of the contract. The tiles that link here set it, so each metric that they name is listed. */
const metric = customVariable(
  'metric',
  [
    'peak_trade_pipeline_events_total',
    'peak_trade_pipeline_latency_seconds_bucket',
    'peak_trade_risk_blocks_total',
    'peak_trade_execution_watch_requests_total',
    'peak_trade_execution_watch_request_latency_seconds_bucket',
    'shadow_mvs_up',
    'peak_trade_http_requests_total',
  ],
  { label: 'metric' },
);

const onShadow = metricNamed(metric).on(SHADOW);
const onLocal = metricNamed(metric).on(LOCAL);
const onMain = metricNamed(metric).on(MAIN);

const seriesCount = {
  description: 'How many series of `$metric` the server has. No value: it has none.',
  width: 8,
  height: 5,
} as const;
const perJob = {
  legend: '{{job}}',
  description: 'How many series of `$metric` each scrape job exports.',
  width: 24,
  height: 8,
} as const;

/** Which metrics of the contract exist, and on which server: where the PRESENT/MISSING tiles link to. */
export default dashboard(refs.contractDetails, {
  tags: ['peak_trade', 'observability', 'operator', 'contract', 'debug', 'watch-only', 'ux_pack_v5'],
  links: [
    refs.operatorHome,
    refs.operatorSummary,
    refs.systemHealth,
    refs.executionWatchOverview,
    refs.shadowPipelineMvs,
  ],
  variables: [metric],
  rows: {
    guide: section({
      howToUse: text(
        'How to use',
        [
          'Diese View ist die **Drilldown-Zielseite** für Contract-Panels (PRESENT/MISSING).',
          '',
          '- Wähle `metric` (oder komm via Link mit `var-metric=...`).',
          '- Prüfe in den Rows **Shadow / Local / Main**, ob die Serie vorhanden ist.',
          '- Guardrail: Wenn nur eine Row `MISSING` zeigt, ist oft die **falsche Datasource** oder das Target ist nicht up.',
        ].join('\n'),
        { height: 5 },
      ),
    }),
    shadow: row('Shadow (DS_SHADOW)', SHADOW, {
      present: presentTile('Metric present? (shadow)', onShadow, { width: 8 }),
      seriesCount: stat('Series count (shadow)', { query: count(onShadow), ...seriesCount }),
      seriesByJob: timeseries('Series by job (shadow)', { query: count(onShadow, { by: ['job'] }), ...perJob }),
    }),
    local: row('Local (DS_LOCAL)', LOCAL, {
      present: presentTile('Metric present? (local)', onLocal, { width: 8 }),
      seriesCount: stat('Series count (local)', { query: count(onLocal), ...seriesCount }),
      seriesByJob: timeseries('Series by job (local)', { query: count(onLocal, { by: ['job'] }), ...perJob }),
    }),
    main: row('Main (DS_MAIN, optional)', MAIN, {
      present: presentTile('Metric present? (main, optional)', onMain, { width: 8 }),
      seriesCount: stat('Series count (main, optional)', { query: count(onMain), ...seriesCount }),
      seriesByJob: timeseries('Series by job (main, optional)', { query: count(onMain, { by: ['job'] }), ...perJob }),
    }),
  },
});
