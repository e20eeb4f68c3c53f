import { ACTIVE_INACTIVE, age, bool, increase, max, row, stat, sum, timeseries, zeroWhileAlive } from 'dashpack';
import { stacked } from 'dashpack/panels';
import { AI_LIVE, aiDecisions, aiLastEventTimestampByRunId } from '../../../datasources/peak-trade/index.js';
import { freshness, rejectShareLimit } from './ai-live-limits.js';
import { decisionsPerMinute, decisionsPerMinuteByKind, lastDecisionAge, rejectShare } from './ai-live-queries.js';
import { runId } from './run-id.js';

const fromZero = { role: AI_LIVE, each: { min: 0 } } as const;

const newestDecision = 'Age of the newest decision of the chosen runs.';

/** Does the AI decide, how much, and when did it last? */
export const aiLive = row('AI Live', fromZero, {
  active: stat('AI Active (last 30s)', {
    query: bool.gt(zeroWhileAlive(sum(increase(aiDecisions({ run_id: runId }), '30s'))), 0),
    states: ACTIVE_INACTIVE,
    description:
      'ACTIVE: the AI made a decision in the last 30 seconds. INACTIVE: it made none, though the exporter is up and has seen events.',
    max: 1,
  }),
  decisionsPerMinute: stat('Total decisions / min (1m)', {
    query: decisionsPerMinute,
    description: 'Decisions that the AI makes in a minute.',
    decimals: 1,
  }),
  rejectShare: stat('Reject share (5m)', {
    query: rejectShare,
    description: "Share of the AI's decisions that are rejections.",
    thresholds: rejectShareLimit,
    noValue: 'no traffic',
    decimals: 2,
    max: 1,
  }),
  lastDecisionAge: stat('Last decision age (s)', {
    query: lastDecisionAge,
    legend: 'age_s',
    description: newestDecision,
    noValue: 'no decisions',
    color: 'gray',
  }),
  recentDecisionAge: stat('Recent: last decision age (s)', {
    query: lastDecisionAge,
    description: newestDecision,
    noValue: 'no decisions',
  }),
  recentEventAge: stat('Recent: last event age (s)', {
    query: age(max(aiLastEventTimestampByRunId({ run_id: runId }))),
    description: 'Age of the newest event of the chosen runs, from whichever source.',
    thresholds: freshness,
    noValue: 'no events',
  }),
  recentDecisions1m: stat('Recent: decisions (1m)', {
    query: zeroWhileAlive(sum(increase(aiDecisions({ run_id: runId }), '1m'))),
    description: 'Decisions that the AI made in the last minute.',
  }),
  recentDecisions5m: stat('Recent: decisions (5m)', {
    query: zeroWhileAlive(sum(increase(aiDecisions({ run_id: runId }), '5m'))),
    description: 'Decisions that the AI made in the last five minutes.',
  }),
  decisionsPerMinuteByKind: timeseries('Decisions / min (1m)', {
    queries: decisionsPerMinuteByKind,
    custom: stacked,
    description: 'Decisions that the AI makes in a minute, by kind.',
    width: 24,
  }),
});
