import { dashboard, linkTo, section, timeseries } from 'dashpack';
import { LOCAL, MAIN, up } from '../../datasources/peak-trade/index.js';
import * as refs from './refs.js';
import { mainIsOptional, requestRate, requestRateMeans } from './sections/web-app.js';

const webApp = { job: 'peak_trade_web' } as const;

const scraped = { legend: '{{instance}}', unit: 'none', min: 0, max: 1 } as const;
const requests = { legend: 'req/s', unit: 'reqps', min: 0 } as const;

/** The web app of the local and of the main stack, side by side: is it scraped, and is it asked? */
export default dashboard(refs.overview, {
  tags: ['peak_trade', 'observability'],
  time: { from: 'now-6h', to: 'now' },
  links: [
    refs.operatorHome,
    linkTo(refs.systemHealth, { title: 'System Health (Operator)' }),
    refs.operatorSummary,
    refs.contractDetails,
    refs.shadowPipelineMvs,
    refs.executionWatchOverview,
  ],
  rows: {
    webApp: section({
      upLocal: timeseries('UP (local) — job=peak_trade_web', {
        query: up.on(LOCAL)(webApp),
        description: '1 while the local Prometheus scrapes the web app, 0 while it cannot, per instance.',
        ...scraped,
      }),
      upMain: timeseries('UP (main, optional) — job=peak_trade_web', {
        query: up.on(MAIN)(webApp),
        description: `1 while the Prometheus of main scrapes the web app, 0 while it cannot, per instance. ${mainIsOptional}`,
        ...scraped,
      }),
      requestsLocal: timeseries('HTTP req/s (local) — peak_trade_http_requests_total', {
        query: requestRate.local,
        description: requestRateMeans,
        ...requests,
      }),
      requestsMain: timeseries('HTTP req/s (main, optional) — peak_trade_http_requests_total', {
        query: requestRate.main,
        description: `${requestRateMeans} ${mainIsOptional}`,
        ...requests,
      }),
    }),
  },
});
