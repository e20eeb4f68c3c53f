import { dashboard, section } from 'dashpack';
import { AI_LIVE } from '../../datasources/peak-trade/index.js';
import * as refs from './refs.js';
import { aiLiveGlance } from './sections/ai-live-glance.js';
import { aiLiveOps } from './sections/ai-live-ops.js';
import { aiLiveReasons } from './sections/ai-live-reasons.js';
import { aiLive } from './sections/ai-live.js';
import { decisionMarkers } from './sections/decision-markers.js';
import { executionWatchSignals } from './sections/execution-watch-signals.js';
import { healthInvariants } from './sections/health-invariants.js';
import { runId } from './sections/run-id.js';
import { runbookAiLive } from './sections/runbook-ai-live.js';
import { shadowSignals } from './sections/shadow-signals.js';
import { shadowVsMain } from './sections/shadow-vs-main.js';

/** AI Live, the shadow pipeline and Execution Watch: the same rows as in Operator Unified. */
export default dashboard(refs.executionWatchOverview, {
  tags: ['peak_trade', 'observability', 'execution_watch', 'watch_only'],
  links: [refs.operatorHome, refs.contractDetails, refs.shadowPipelineMvs, refs.labeledLocal, refs.overview],
  variables: [runId],
  annotations: decisionMarkers,
  rows: {
    aiLiveGlance: section(AI_LIVE, aiLiveGlance),
    aiLive,
    aiLiveOps,
    aiLiveReasons,
    healthInvariants,
    shadowSignals,
    executionWatchSignals,
    shadowVsMain,
    runbook: runbookAiLive,
  },
});
