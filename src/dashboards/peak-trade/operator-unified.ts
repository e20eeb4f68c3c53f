import { count, dashboard, increase, perMinute, rate, row, stat, sum, table, zeroWhileAlive } from 'dashpack';
import { AI_LIVE, ordersApproved, ordersBlocked, signals, up } from '../../datasources/peak-trade/index.js';
import { contractDetails, operatorHome, operatorUnified, overview } from './refs.js';
import { aiLiveGlance } from './sections/ai-live-glance.js';
import { aiLiveOps } from './sections/ai-live-ops.js';
import { aiLiveReasons } from './sections/ai-live-reasons.js';
import { aiLive } from './sections/ai-live.js';
import { decisionMarkers } from './sections/decision-markers.js';
import { executionWatchSignals } from './sections/execution-watch-signals.js';
import { healthInvariants } from './sections/health-invariants.js';
import { homeTiles } from './sections/home-tiles.js';
import { runId } from './sections/run-id.js';
import { shadowSignals } from './sections/shadow-signals.js';
import { shadowVsMain } from './sections/shadow-vs-main.js';
import { stackFingerprint } from './sections/stack-fingerprint.js';

/** The landing page: the stack, the ways to the other dashboards, AI Live, the shadow pipeline, Execution Watch. */
export default dashboard(operatorUnified, {
  tags: ['ai_live', 'landing', 'observability', 'operator', 'peak_trade', 'unified', 'ux_pack_v5', 'watch-only'],
  links: [contractDetails, overview, operatorHome],
  variables: [runId],
  annotations: decisionMarkers,
  rows: {
    stackFingerprint,
    home: homeTiles,
    datasourceFingerprint: row('Datasource Fingerprint', AI_LIVE, {
      targets: table('Targets (up)', {
        query: up.on(AI_LIVE)(),
        description: 'The targets of the Prometheus of AI Live: 1 while the scrape succeeds, 0 while it fails.',
        unit: 'none',
        width: 18,
      }),
      targetCount: stat('Target Count', {
        query: count(up.on(AI_LIVE)()),
        description: 'All targets of the Prometheus of AI Live, up or not.',
        height: 8,
      }),
    }),
    aiLiveGlance: row('AI Live (Execution Watch)', {
      ...aiLiveGlance,
      signals: stat('Total Signals (Range)', {
        query: zeroWhileAlive(sum(increase(signals(), '$__range'))),
        description: 'Trading signals in the time range of the dashboard.',
        width: 3,
      }),
      signalsPerMinute: stat('Signals / min (1m)', {
        query: zeroWhileAlive(perMinute(sum(rate(signals(), '1m')))),
        description: 'Trading signals in a minute.',
        width: 3,
      }),
      ordersApproved: stat('Orders Approved (Range)', {
        query: zeroWhileAlive(sum(increase(ordersApproved(), '$__range'))),
        description: 'Orders approved in the time range of the dashboard.',
        width: 3,
      }),
      ordersBlocked: stat('Orders Blocked (Range)', {
        query: zeroWhileAlive(sum(increase(ordersBlocked(), '$__range'))),
        description: 'Orders blocked in the time range of the dashboard.',
        width: 3,
      }),
    }),
    aiLive,
    aiLiveOps,
    aiLiveReasons,
    healthInvariants,
    shadowSignals,
    executionWatchSignals,
    shadowVsMain,
  },
});
