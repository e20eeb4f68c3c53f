import {
  connectorBlind,
  connectorDown,
  connectorUnscraped,
  contractViolations,
  healthy,
  idle,
  newVenue,
  restarts,
  staleData,
  venueSilent,
} from './connector.js';
import { lateBars, latencySpike, longQueue, reconnects, slowFeatures, slowVenue } from './latency.js';

/** How the live connector can behave. */
export default [
  healthy,
  idle,
  connectorDown,
  connectorUnscraped,
  connectorBlind,
  venueSilent,
  staleData,
  contractViolations,
  latencySpike,
  slowVenue,
  lateBars,
  slowFeatures,
  longQueue,
  reconnects,
  restarts,
  newVenue,
];
