import { dashboard, increase, linkTo, row, section, stat, sum, text, timeseries } from 'dashpack';
import { httpRequests, MAIN, SHADOW } from '../../datasources/peak-trade/index.js';
import { mainVsShadowOverview, metricsDrift, operatorHome, systemHealth } from './refs.js';
import { mainIsOptional, requestRate, requestRateMeans, shadowScrapesNone } from './sections/web-app.js';

const increaseMeans = 'HTTP requests to the web app in the last 30 minutes, all routes.';
const graph = { unit: 'reqps', min: 0, height: 9 } as const;
const tile = { width: 12, height: 6 } as const;

/** Does the traffic of main and shadow drift apart? */
export default dashboard(metricsDrift, {
  tags: ['peak_trade', 'observability', 'compare', 'drift', 'main', 'shadow', 'watch-only', 'compare_pack_v0_1'],
  links: [mainVsShadowOverview, operatorHome, linkTo(systemHealth, { title: 'System Health (Operator)' })],
  rows: {
    guide: section({
      howToUse: text(
        'How to use',
        [
          '**Compare Pack v0.1** — Dieses Dashboard ist ein best-effort Drift/Delta Blick.',
          '',
          '- Panels sind bewusst **datasource-scoped** (MAIN vs SHADOW getrennt), um false conclusions durch Mixed/Expressions zu vermeiden.',
          '- Für konkrete Root Cause: nutze `Contract Details` oder die Pack-Dashboards (System Health, Shadow Pipeline).',
        ].join('\n'),
        { height: 5 },
      ),
    }),
    rate: row('HTTP req/s (MAIN vs SHADOW)', {
      main: timeseries('HTTP req/s — main (optional)', {
        query: requestRate.main,
        legend: 'main req/s',
        description: `${requestRateMeans} ${mainIsOptional}`,
        ...graph,
      }),
      shadow: timeseries('HTTP req/s — shadow', {
        query: requestRate.shadow,
        legend: 'shadow req/s',
        description: `${requestRateMeans} ${shadowScrapesNone}`,
        ...graph,
      }),
    }),
    increase: row('Rate/Increase (best-effort)', {
      main: stat('HTTP increase(30m) — main (optional)', {
        query: sum(increase(httpRequests.on(MAIN)(), '30m')),
        description: `${increaseMeans} ${mainIsOptional}`,
        ...tile,
      }),
      shadow: stat('HTTP increase(30m) — shadow', {
        query: sum(increase(httpRequests.on(SHADOW)(), '30m')),
        description: `${increaseMeans} ${shadowScrapesNone}`,
        ...tile,
      }),
    }),
  },
});
