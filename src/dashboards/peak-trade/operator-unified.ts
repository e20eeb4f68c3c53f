import {
  count,
  dashboard,
  eq,
  increase,
  linkTo,
  mul,
  rate,
  row,
  stat,
  sum,
  table,
  text,
  zeroWhileAlive,
} from 'dashpack';
import { navTile } from 'dashpack/panels';
import {
  AI_LIVE,
  LOCAL,
  ordersApproved,
  ordersBlocked,
  SHADOW,
  signals,
  up,
} from '../../datasources/peak-trade/index.js';
import {
  contractDetails,
  executionWatchOverview,
  mainVsShadowOverview,
  operatorSummary,
  operatorUnified,
  overview,
  shadowPipelineMvs,
  systemHealth,
} from './refs.js';
import { aiLiveGlance } from './sections/ai-live-glance.js';
import { aiLiveOps } from './sections/ai-live-ops.js';
import { aiLiveReasons } from './sections/ai-live-reasons.js';
import { aiLive } from './sections/ai-live.js';
import { decisionMarkers } from './sections/decision-markers.js';
import { executionWatchSignals } from './sections/execution-watch-signals.js';
import { healthInvariants } from './sections/health-invariants.js';
import { runId } from './sections/run-id.js';
import { shadowSignals } from './sections/shadow-signals.js';
import { shadowVsMain } from './sections/shadow-vs-main.js';

const guardrails = [
  '**Watch-only Workflow:** Operator Summary → System Health → Execution Watch → (optional) Shadow Pipeline.',
  '',
  '**Wenn du unerwartete MISSING/DOWN Werte siehst:**',
  '- Prüfe, ob du im richtigen Grafana bist (Port :3000).',
  '- Prüfe Prometheus-local (:9092) und Shadow Target `up{job="shadow_mvs"}`.',
  '- `Contract Details` liefert die Debug-Queries je Datasource.',
].join('\n');

/** The landing page: the stack, the ways to the other dashboards, AI Live, the shadow pipeline, Execution Watch. */
export default dashboard(operatorUnified, {
  tags: ['ai_live', 'landing', 'observability', 'operator', 'peak_trade', 'unified', 'ux_pack_v5', 'watch-only'],
  refresh: '10s',
  time: { from: 'now-30m', to: 'now' },
  links: [
    linkTo(contractDetails, { title: 'Contract Details' }),
    linkTo(overview, { title: 'Overview (Mini vs Main)' }),
  ],
  variables: [runId],
  annotations: decisionMarkers,
  rows: {
    stackFingerprint: row(
      'Stack Fingerprint',
      {
        stacks: stat('Stack Fingerprint: Active Stacks', {
          query: count(up.on(LOCAL)(), { by: ['job'] }),
          legend: '{{job}}',
          description: 'Targets of each job that this Prometheus scrapes, up or not.',
          options: { orientation: 'horizontal' },
          width: 12,
          height: 6,
        }),
        targetCount: stat('Stack Fingerprint: Target Count', {
          query: count(up.on(LOCAL)()),
          description: 'All targets that this Prometheus scrapes, up or not.',
          options: { orientation: 'horizontal' },
          width: 12,
          height: 6,
        }),
        targetsUp: table('Stack Fingerprint: Targets UP', {
          query: eq(up.on(LOCAL)(), 1),
          description: 'The targets whose last scrape succeeded.',
          unit: 'none',
          height: 10,
        }),
      },
      { role: LOCAL },
    ),
    home: row('Operator Home (watch-only)', {
      operatorSummary: navTile('Operator Summary', operatorSummary, LOCAL),
      systemHealth: navTile('System Health', systemHealth, LOCAL),
      executionWatch: navTile('Execution Watch Overview', executionWatchOverview, AI_LIVE),
      shadowPipeline: navTile('Shadow Pipeline (MVS)', shadowPipelineMvs, SHADOW),
      compare: navTile('Compare (Main vs Shadow)', mainVsShadowOverview, SHADOW),
      guardrails: text('Guardrails / Hinweise', guardrails, { width: 18, height: 6 }),
    }),
    datasourceFingerprint: row(
      'Datasource Fingerprint',
      {
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
      },
      { role: AI_LIVE },
    ),
    aiLiveGlance: row('AI Live (Execution Watch)', {
      ...aiLiveGlance,
      signals: stat('Total Signals (Range)', {
        query: zeroWhileAlive(sum(increase(signals(), '$__range'))),
        description: 'Trading signals in the time range of the dashboard.',
        width: 3,
      }),
      signalsPerMinute: stat('Signals / min (1m)', {
        query: zeroWhileAlive(mul(sum(rate(signals(), '1m')), 60)),
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
    aiLiveReasons,
    aiLiveOps,
    healthInvariants,
    shadowSignals,
    executionWatchSignals,
    shadowVsMain,
  },
});
