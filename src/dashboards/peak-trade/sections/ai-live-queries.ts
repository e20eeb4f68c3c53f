import { age, increase, max, perMinute, query, rate, share, sum, zeroWhileAlive } from 'dashpack';
import * as catalog from '../../../datasources/peak-trade/index.js';
import { runId } from './run-id.js';

// What more than one of the AI Live rows asks: asked once, so that two tiles of one title cannot disagree.

/** For the descriptions of what the drop-down cannot narrow. */
export const allRuns = 'Over all runs: the metric has no run_id.';

/** The kinds of decision. */
export const decisionKinds = ['accept', 'reject', 'noop'] as const;

/** Decisions per minute. */
export const decisionsPerMinute = zeroWhileAlive(perMinute(sum(rate(catalog.aiDecisions({ run_id: runId }), '1m'))));

/** Decisions per minute, one query for each kind: each is 0 on its own while nothing happens. */
export const decisionsPerMinuteByKind = decisionKinds.map((decision) =>
  query(zeroWhileAlive(perMinute(sum(rate(catalog.aiDecisions({ decision, run_id: runId }), '1m')))), {
    legend: decision,
  }),
);

/** The share of decisions that are rejections, 0 to 1. */
export const rejectShare = share(
  sum(rate(catalog.aiDecisions({ decision: 'reject', run_id: runId }), '5m')),
  sum(rate(catalog.aiDecisions({ run_id: runId }), '5m')),
);

/** How long ago the newest decision was made. */
export const lastDecisionAge = age(max(catalog.aiLastDecisionTimestamp({ run_id: runId })));

/** For the latency tiles: what a rule records is missing without decisions, and where no rules are loaded. */
export const noLatency = 'no traffic or no rules';

/** The latency that 95 % of the decisions stay below, over all runs, as the rules record it. */
export const latencyP95 = catalog.aiDecisionLatencyP95();

/** As `latencyP95`, for 99 %: the very number that AI_LIVE_LatencyP99High looks at. */
export const latencyP99 = catalog.aiDecisionLatencyP99();

/** Events that could not be parsed, over all runs. */
export const parseErrors = zeroWhileAlive(sum(increase(catalog.aiEventsParseErrors(), '5m')));

/** Events that were dropped, over all runs. */
export const drops = zeroWhileAlive(sum(increase(catalog.aiEventsDropped(), '5m')));
