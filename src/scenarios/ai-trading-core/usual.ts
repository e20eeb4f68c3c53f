import { between, observed, paced, quiet, type Effect } from 'dashpack/simulate';
import * as catalog from '../../datasources/ai-trading-core/index.js';

/** The effects of a healthy system, in every scenario, unless it says otherwise: bars arrive in time, and nothing fails. */
export const usual: readonly Effect[] = [
  paced(catalog.feedBars(), 1 / 30),
  paced(catalog.feedTransportLatency.count(), 2),
  observed(catalog.feedTransportLatency.count(), 60),
  between(catalog.feedBarCloseLag(), 80, 900),
  paced(catalog.featureCompute.count(), 1),
  observed(catalog.featureCompute.count(), 6),
  between(catalog.feedQueueDepth(), 0, 40),
  between(catalog.dqFreshness(), 1, 30),
  quiet(catalog.feedReconnects()),
  quiet(catalog.featureErrors()),
  quiet(catalog.dqViolations()),
];
