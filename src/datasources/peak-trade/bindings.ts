import { promAiLive9094, promLocal9092, promMain9090, promObservability9095 } from './datasources.js';

/** Which datasource answers for each role in the default environment, the local stack. */
export const bindings = {
  LOCAL: promLocal9092,
  SHADOW: promLocal9092,
  MAIN: promMain9090,
  AI_LIVE: promAiLive9094,
  OBSERVABILITY: promObservability9095,
} as const;
