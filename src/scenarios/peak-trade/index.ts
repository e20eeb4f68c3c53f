import { droppedEvents, latencySpike, parseErrors, rejectStorm, slowDecisions, staleEvents } from './ai-live.js';
import { pipelineErrors, pipelineRiskBlocked, pipelineStuck } from './pipeline.js';
import {
  aiLiveBlind,
  aiLiveDown,
  aiLiveUnscraped,
  healthy,
  idle,
  metricsdDown,
  newLabelValues,
  restarts,
  shadowMvsDown,
  webBlind,
  webDown,
} from './system.js';

/** How the producers of Peak_Trade can behave. */
export default [
  healthy,
  idle,
  aiLiveDown,
  aiLiveUnscraped,
  aiLiveBlind,
  shadowMvsDown,
  webDown,
  webBlind,
  metricsdDown,
  staleEvents,
  parseErrors,
  droppedEvents,
  slowDecisions,
  latencySpike,
  rejectStorm,
  pipelineStuck,
  pipelineErrors,
  pipelineRiskBlocked,
  restarts,
  newLabelValues,
];
