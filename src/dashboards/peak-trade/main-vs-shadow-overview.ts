import { dashboard, linkTo, min, rate, row, stat, sum, text, thresholds } from 'dashpack';
import { presentTile, upTile } from 'dashpack/panels';
import { httpRequests, MAIN, pipelineEvents, SHADOW, up } from '../../datasources/peak-trade/index.js';
import * as refs from './refs.js';
import { mainIsOptional, shadowScrapesNone } from './sections/web-app.js';

const webApp = { job: 'peak_trade_web' } as const;

const upMeans = 'UP while all instances are scraped, DOWN while one is not, empty where none is a target.';
const present = { details: { to: refs.contractDetails, metric: httpRequests.family.name }, width: 12 } as const;

/** Is the main stack scraped and its contract kept, as in the shadow one? */
export default dashboard(refs.mainVsShadowOverview, {
  tags: ['peak_trade', 'observability', 'compare', 'main', 'shadow', 'watch-only', 'compare_pack_v0_1'],
  links: [
    refs.operatorHome,
    linkTo(refs.systemHealth, { title: 'System Health (Operator)' }),
    refs.shadowPipelineMvs,
    refs.executionWatchOverview,
    refs.metricsDrift,
  ],
  rows: {
    scrapes: row('Scrape health (up) — MAIN vs SHADOW', {
      main: upTile('UP (peak_trade_web) — main (optional)', min(up.on(MAIN)(webApp)), `${upMeans} ${mainIsOptional}`, {
        width: 12,
      }),
      shadow: upTile('UP (peak_trade_web) — shadow', min(up.on(SHADOW)(webApp)), `${upMeans} ${shadowScrapesNone}`, {
        width: 12,
      }),
    }),
    contract: row('Contract present (best-effort) — MAIN vs SHADOW', {
      main: presentTile('Contract: http requests metric present — main (optional)', httpRequests.on(MAIN)(webApp), {
        ...present,
        note: mainIsOptional,
      }),
      shadow: presentTile('Contract: http requests metric present — shadow', httpRequests.on(SHADOW)(webApp), {
        ...present,
        note: shadowScrapesNone,
      }),
    }),
    pipeline: row('Shadow Pipeline MVS quick compare (best-effort)', {
      main: text(
        'Pipeline events (main) — N/A by default',
        [
          '**N/A**: nothing is asked here, because nobody exports the metrics of the pipeline on main.',
          '',
          '- `Contract Details` (`metric=peak_trade_pipeline_events_total`, row Main) says whether main has them after all.',
        ].join('\n'),
        {
          description:
            'Main typically does not export shadow_mvs pipeline contract metrics. If you have main exporting them, replace this panel with a real main query.',
          width: 12,
          height: 9,
        },
      ),
      shadow: stat('Pipeline events rate (shadow_mvs) — shadow', {
        query: sum(rate(pipelineEvents({ job: 'shadow_mvs' }), '5m')),
        description: 'Pipeline events per second, all modes, stages and exchanges, averaged over 5 minutes.',
        unit: 'eps',
        thresholds: thresholds('green'),
        width: 12,
        height: 9,
      }),
    }),
  },
});
