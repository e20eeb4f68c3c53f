import { not } from 'dashpack';
import { fixed, gone, labelled, never, oneOf, paced, quiet, scaled, type Effect } from 'dashpack/simulate';
import {
  aiDecisions,
  aiEventsDropped,
  aiEventsParseErrors,
  aiLiveHeartbeat,
  executionWatchReadErrors,
  executionWatchRequests,
  feedGaps,
  httpRequestDuration,
  httpRequestDurationLabeled,
  httpRequests,
  httpRequestsLabeled,
  metricsFallback,
  ordersApproved,
  ordersBlocked,
  pipelineEvents,
  pipelineRiskBlocks,
  riskChecks,
  runState,
  signals,
  strategyDecisions,
  strategyPositionGrossExposure,
  strategySignals,
} from '../../datasources/peak-trade/index.js';

const requests = {
  method: ['GET', 'POST'],
  route: ['/', '/api/execution/runs', '__unknown__'],
  status_code: ['200', '404', '500'],
} as const;
const strategy = { strategy_id: ['ma_crossover', 'rsi_reversion'] } as const;
const symbol = { symbol: ['BTC/EUR', 'ETH/EUR'] } as const;

/** The values of labels that the catalog knows no example of. */
const values: readonly Effect[] = [
  labelled(httpRequests(), requests),
  labelled(httpRequestDuration.count(), requests),
  labelled(httpRequestsLabeled(), requests),
  labelled(httpRequestDurationLabeled.count(), requests),
  labelled(signals(), { ...strategy, ...symbol }),
  labelled(ordersApproved(), { ...strategy, ...symbol, venue: ['kraken'], order_type: ['limit', 'market'] }),
  labelled(ordersBlocked(), { ...strategy, ...symbol }),
  labelled(strategyDecisions(), strategy),
  labelled(strategySignals(), strategy),
  labelled(strategyPositionGrossExposure(), { ...strategy, ccy: ['EUR'] }),
];

/** The effects of a healthy system, in every scenario, unless it says otherwise: nothing fails, and a run goes on. */
export const usual: readonly Effect[] = [
  ...values,
  fixed(aiLiveHeartbeat(), 1),
  gone(aiDecisions({ decision: 'accept', reason: not('none') })),
  gone(aiDecisions({ decision: 'reject', reason: ['none', 'no_signal'] })),
  quiet(aiEventsParseErrors()),
  quiet(aiEventsDropped()),
  paced(pipelineEvents({ stage: 'error' }), 0.004),
  quiet(pipelineRiskBlocks()),
  quiet(feedGaps()),
  oneOf(runState({ state: 'running' }), 'state'),
  gone(metricsFallback()),
  scaled(httpRequests({ status_code: '500' }), 0.02),
  scaled(httpRequestDuration.count({ status_code: '500' }), 0.02),
  scaled(httpRequestsLabeled({ status_code: '500' }), 0.02),
  scaled(httpRequestDurationLabeled.count({ status_code: '500' }), 0.02),
  scaled(executionWatchRequests({ status: not('200') }), 0.05),
  never(executionWatchReadErrors()),
  quiet(riskChecks({ result: 'error' })),
];
