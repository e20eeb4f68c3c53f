import { increase, max, min, perMinute, rate, row, share, stat, sum, thresholds, zeroWhileAlive } from 'dashpack';
import { presentTile, upTile } from 'dashpack/panels';
import * as catalog from '../../../datasources/peak-trade/index.js';
import { rejectShareLimit } from './ai-live-limits.js';
import { aiLiveFiring } from './ai-live-firing.js';

const tile = { width: 6, height: 4 } as const;
const { AI_LIVE, LOCAL, SHADOW } = catalog;

/** Is everything alive, and is it well? Each scenario in which it is not shows on one of these tiles. */
export const homeState = row('State', {
  aiLive: upTile(
    'AI Live exporter',
    max(catalog.up.on(AI_LIVE)({ job: 'ai_live' })),
    'UP while at least one instance of the exporter is scraped, DOWN while none is, empty where none is a target.',
    tile,
  ),
  aiLiveAlerts: stat('AI Live alerts (firing)', { ...aiLiveFiring, ...tile }),
  rejectShare: stat('AI Live reject share (5m)', {
    query: share(sum(rate(catalog.aiDecisions({ decision: 'reject' }), '5m')), sum(rate(catalog.aiDecisions(), '5m'))),
    description: "Share of the AI's decisions that are rejections.",
    thresholds: rejectShareLimit,
    noValue: 'no traffic',
    ...tile,
  }),
  metricsd: upTile(
    'Metrics daemon',
    min(catalog.up.on(LOCAL)({ job: 'peak_trade_metricsd' })),
    'UP while all instances are scraped, DOWN while one is not. Signals and orders, approved and blocked, come from it.',
    tile,
  ),
  shadow: upTile(
    'Shadow pipeline exporter',
    min(catalog.up.on(SHADOW)({ job: 'shadow_mvs' })),
    'UP while all instances of the exporter are scraped, DOWN while one is not, empty where none is a target.',
    tile,
  ),
  events: stat('Pipeline events / min (5m)', {
    query: zeroWhileAlive(perMinute(sum(rate(catalog.pipelineEvents({ job: 'shadow_mvs' }), '5m')))),
    description:
      'Events of the shadow pipeline in a minute, over five: red where a run goes on and none comes out of it.',
    thresholds: thresholds('red', [0.01, 'green']),
    ...tile,
  }),
  errors: stat('Pipeline error rate (5m)', {
    query: share(
      sum(rate(catalog.pipelineEvents({ job: 'shadow_mvs', stage: 'error' }), '5m')),
      sum(rate(catalog.pipelineEvents({ job: 'shadow_mvs' }), '5m')),
    ),
    description:
      'Share of the pipeline events that are errors. PIPELINE_ErrorRateSpike, which is proposed, begins at 1 %.',
    thresholds: thresholds('green', [0.01, 'red']),
    noValue: 'no traffic',
    ...tile,
  }),
  riskBlocks: stat('Pipeline risk blocks (5m)', {
    query: zeroWhileAlive(sum(increase(catalog.pipelineRiskBlocks({ job: 'shadow_mvs' }), '5m'))),
    description: 'Orders of the shadow pipeline that risk management stopped in the last five minutes.',
    thresholds: thresholds('green', [1, 'red']),
    ...tile,
  }),
  web: upTile(
    'Web app',
    min(catalog.up.on(LOCAL)({ job: 'peak_trade_web' })),
    'UP while all instances are scraped, DOWN while one is not, empty where none is a target.',
    { width: 12, height: 4 },
  ),
  webMetrics: presentTile('Web app: requests are counted', catalog.httpRequests.on(LOCAL)({ job: 'peak_trade_web' }), {
    width: 12,
    height: 4,
  }),
});
