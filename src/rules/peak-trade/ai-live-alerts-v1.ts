import { quantileOf, record, ruleFile, vector } from 'dashpack';
import * as catalog from '../../datasources/peak-trade/index.js';
import { droppedEventsSpike, parseErrorsSpike } from './ai-live/broken-events.js';
import { exporterDown } from './ai-live/exporter-down.js';
import { latencyP95High, latencyP99High } from './ai-live/latency.js';
import { staleEvents } from './ai-live/stale-events.js';

const latency = catalog.aiDecisionLatencyMilliseconds.bucket();

/** AI Live: is the exporter up, are its events fresh and sound, are decisions fast? */
export const aiLiveAlertsV1 = ruleFile('ai_live_alerts_v1.yml', {
  role: catalog.AI_LIVE,
  groups: {
    ai_live_ops_pack_v1: [
      record(catalog.aiAlertRulesLoaded, vector(1, catalog.AI_LIVE)),
      record(catalog.aiDecisionLatencyP95, quantileOf(0.95, latency, { window: '5m' })),
      record(catalog.aiDecisionLatencyP99, quantileOf(0.99, latency, { window: '5m' })),
      exporterDown,
      staleEvents,
      parseErrorsSpike,
      droppedEventsSpike,
      latencyP95High,
      latencyP99High,
    ],
  },
});
