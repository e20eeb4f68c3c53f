import { between, observed, paced, quiet, type Effect } from 'dashpack/simulate';
import {
  dqFreshness,
  dqViolations,
  featureCompute,
  featureErrors,
  feedBarCloseLag,
  feedBars,
  feedQueueDepth,
  feedReconnects,
  feedTransportLatency,
} from '../../datasources/ai-trading-core/index.js';

/** The effects of a healthy system, in every scenario, unless it says otherwise: bars arrive in time, and nothing fails. */
export const usual: readonly Effect[] = [
  paced(feedBars(), 1 / 30),
  paced(feedTransportLatency.count(), 2),
  observed(feedTransportLatency.count(), 60),
  between(feedBarCloseLag(), 80, 900),
  paced(featureCompute.count(), 1),
  observed(featureCompute.count(), 6),
  between(feedQueueDepth(), 0, 40),
  between(dqFreshness(), 1, 30),
  quiet(feedReconnects()),
  quiet(featureErrors()),
  quiet(dqViolations()),
];
