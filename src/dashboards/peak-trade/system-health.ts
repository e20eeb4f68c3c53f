import { dashboard, div, linkTo, max, min, quantileOverTime, row, sum, sumOverTime, timeseries } from 'dashpack';
import { upTile } from 'dashpack/panels';
import * as catalog from '../../datasources/peak-trade/index.js';
import * as refs from './refs.js';

const tiles = { role: catalog.LOCAL, each: { height: 9, min: 0 } } as const;

const allUp = 'UP while all instances are scraped, DOWN while one is not, empty where none is a target.';
const third = { width: 8 } as const;
const secondsIn5m = 300;

/** Are the targets up, and are their scrapes well? */
export default dashboard(refs.systemHealth, {
  tags: ['peak_trade', 'observability', 'overview', 'operator'],
  links: [
    refs.operatorHome,
    refs.contractDetails,
    linkTo(refs.overview, { title: 'Overview (Local vs Main)' }),
    refs.shadowPipelineMvs,
    refs.executionWatchOverview,
  ],
  rows: {
    targets: row('Targets up (quick)', {
      shadowMvs: upTile('UP (shadow_mvs)', min(catalog.up.on(catalog.SHADOW)({ job: 'shadow_mvs' })), allUp, third),
      webLocal: upTile(
        'UP (peak_trade_web) — local',
        min(catalog.up.on(catalog.LOCAL)({ job: 'peak_trade_web' })),
        allUp,
        third,
      ),
      webMain: upTile(
        'UP (peak_trade_web) — main (optional)',
        min(catalog.up.on(catalog.MAIN)({ job: 'peak_trade_web' })),
        `${allUp} The local stack has no main.`,
        third,
      ),
    }),
    scrapes: row('Scrape health (rates)', tiles, {
      samples: timeseries('Scrape samples scraped (rate) — local', {
        query: div(
          sum(sumOverTime(catalog.scrapeSamplesScraped.on(catalog.LOCAL)(), '5m'), { by: ['job'] }),
          secondsIn5m,
        ),
        description: 'Samples that Prometheus takes from the targets of each job in a second, over 5 minutes.',
        unit: 'cps',
      }),
      duration: timeseries('Scrape duration (p95) — local', {
        query: max(quantileOverTime(0.95, catalog.scrapeDurationSeconds.on(catalog.LOCAL)(), '5m'), { by: ['job'] }),
        description:
          'The time that 95 % of the scrapes of the last 5 minutes stayed below; of several instances of a job, the slowest.',
      }),
    }),
  },
});
