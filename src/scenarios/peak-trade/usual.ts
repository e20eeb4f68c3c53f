import { not } from 'dashpack';
import { fixed, gone, labelled, never, oneOf, paced, quiet, scaled, type Effect } from 'dashpack/simulate';
import * as catalog from '../../datasources/peak-trade/index.js';

const requests = {
  method: ['GET', 'POST'],
  route: ['/', '/api/execution/runs', '__unknown__'],
  status_code: ['200', '404', '500'],
} as const;
const strategy = { strategy_id: ['ma_crossover', 'rsi_reversion'] } as const;
const symbol = { symbol: ['BTC/EUR', 'ETH/EUR'] } as const;

/** The values of labels that the catalog knows no example of. */
const values: readonly Effect[] = [
  labelled(catalog.httpRequests(), requests),
  labelled(catalog.httpRequestDuration.count(), requests),
  labelled(catalog.httpRequestsLabeled(), requests),
  labelled(catalog.httpRequestDurationLabeled.count(), requests),
  labelled(catalog.signals(), { ...strategy, ...symbol }),
  labelled(catalog.ordersApproved(), { ...strategy, ...symbol, venue: ['kraken'], order_type: ['limit', 'market'] }),
  labelled(catalog.ordersBlocked(), { ...strategy, ...symbol }),
  labelled(catalog.strategyDecisions(), strategy),
  labelled(catalog.strategySignals(), strategy),
  labelled(catalog.strategyPositionGrossExposure(), { ...strategy, ccy: ['EUR'] }),
];

/** The effects of a healthy system, in every scenario, unless it says otherwise: nothing fails, and a run goes on. */
export const usual: readonly Effect[] = [
  ...values,
  fixed(catalog.aiLiveHeartbeat(), 1),
  gone(catalog.aiDecisions({ decision: 'accept', reason: not('none') })),
  gone(catalog.aiDecisions({ decision: 'reject', reason: ['none', 'no_signal'] })),
  quiet(catalog.aiEventsParseErrors()),
  quiet(catalog.aiEventsDropped()),
  paced(catalog.pipelineEvents({ stage: 'error' }), 0.004),
  quiet(catalog.pipelineRiskBlocks()),
  quiet(catalog.feedGaps()),
  oneOf(catalog.runState({ state: 'running' }), 'state'),
  gone(catalog.metricsFallback()),
  scaled(catalog.httpRequests({ status_code: '500' }), 0.02),
  scaled(catalog.httpRequestDuration.count({ status_code: '500' }), 0.02),
  scaled(catalog.httpRequestsLabeled({ status_code: '500' }), 0.02),
  scaled(catalog.httpRequestDurationLabeled.count({ status_code: '500' }), 0.02),
  scaled(catalog.executionWatchRequests({ status: not('200') }), 0.05),
  never(catalog.executionWatchReadErrors()),
  quiet(catalog.riskChecks({ result: 'error' })),
];
