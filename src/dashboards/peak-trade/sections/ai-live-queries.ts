import { clampMin, increase, max, mul, quantileOf, query, rate, share, sub, sum, time, zeroWhileAlive } from 'dashpack';
import {
  aiDecisionLatencyMilliseconds,
  aiDecisions,
  aiEventsDropped,
  aiEventsParseErrors,
  aiLastDecisionTimestamp,
} from '../../../datasources/peak-trade/index.js';
import { runId } from './run-id.js';

// What more than one of the AI Live rows asks: asked once, so that two tiles of one title cannot disagree.

/** For the descriptions of what the drop-down cannot narrow. */
export const allRuns = 'Over all runs: the metric has no run_id.';

/** The kinds of decision. */
export const decisionKinds = ['accept', 'reject', 'noop'] as const;

/** Decisions per minute. */
export const decisionsPerMinute = zeroWhileAlive(mul(sum(rate(aiDecisions({ run_id: runId }), '1m')), 60));

/** Decisions per minute, one query for each kind: each is 0 on its own while nothing happens. */
export const decisionsPerMinuteByKind = decisionKinds.map((decision) =>
  query(zeroWhileAlive(mul(sum(rate(aiDecisions({ decision, run_id: runId }), '1m')), 60)), { legend: decision }),
);

/** The share of decisions that are rejections, 0 to 1. */
export const rejectShare = share(
  sum(rate(aiDecisions({ decision: 'reject', run_id: runId }), '5m')),
  sum(rate(aiDecisions({ run_id: runId }), '5m')),
);

/** How long ago the newest decision was made. */
export const lastDecisionAge = clampMin(sub(time(), max(aiLastDecisionTimestamp({ run_id: runId }))), 0);

/** The latency that 95 % of the decisions stay below, over all runs. */
export const latencyP95 = quantileOf(0.95, aiDecisionLatencyMilliseconds.bucket(), { window: '5m' });

/** Events that could not be parsed, over all runs. */
export const parseErrors = zeroWhileAlive(sum(increase(aiEventsParseErrors(), '5m')));

/** Events that were dropped, over all runs. */
export const drops = zeroWhileAlive(sum(increase(aiEventsDropped(), '5m')));
