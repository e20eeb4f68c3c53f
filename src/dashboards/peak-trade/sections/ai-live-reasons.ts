import {
  age,
  bargauge,
  bool,
  clampMin,
  increase,
  max,
  mul,
  perMinute,
  query,
  rate,
  row,
  share,
  stat,
  stateTimeline,
  sub,
  sum,
  thresholds,
  timeseries,
  topk,
  topOverRange,
  zeroWhileAlive,
  type States,
} from 'dashpack';
import { stacked } from 'dashpack/panels';
import * as catalog from '../../../datasources/peak-trade/index.js';
import { latencyP95Limit, noneExpectedPerMinute } from './ai-live-limits.js';
import { allRuns, decisionKinds, latencyP95, noLatency } from './ai-live-queries.js';
import { runId } from './run-id.js';

const fromZero = { role: catalog.AI_LIVE, each: { min: 0 } } as const;

const rejections = catalog.aiDecisions({ decision: 'reject', run_id: runId });
const noops = catalog.aiDecisions({ decision: 'noop', run_id: runId });

const fastDecisions = sum(rate(catalog.aiDecisionLatencySeconds.bucket({ le: 0.5, run_id: runId }), '5m'));
const measuredDecisions = sum(rate(catalog.aiDecisionLatencySeconds.count({ run_id: runId }), '5m'));
/** Per cent. Sums of floats in two orders can differ in the last digit, and −0 % is not a breach. */
const latencyBreach = clampMin(mul(sub(1, share(fastDecisions, measuredDecisions)), 100), 0);

/** A kind of decision that does not occur is not a fault: not ACTIVE_INACTIVE, whose INACTIVE is red. */
const activity: States = { 0: { text: 'INACTIVE', color: 'gray' }, 1: { text: 'ACTIVE', color: 'green' } };

/** Why does the AI decide as it does, what does it do, and how well? */
export const aiLiveReasons = row('AI Live — UX v2 (reasons, actions, SLO, timeline)', fromZero, {
  decisions: timeseries('Decisions by decision (1m)', {
    queries: decisionKinds.map((decision) =>
      query(zeroWhileAlive(sum(increase(catalog.aiDecisions({ decision, run_id: runId }), '1m'))), {
        legend: decision,
      }),
    ),
    custom: stacked,
    description: 'Decisions that the AI made in the minute before, by kind.',
  }),
  actions: timeseries('Actions (5m)', {
    query: topOverRange(6, sum(increase(catalog.aiActions({ run_id: runId }), '5m'), { by: ['action'] })),
    description: 'What the AI does: the six most frequent actions of the time range that is shown.',
    custom: stacked,
  }),
  rejectReasons: timeseries('Reject reasons (5m)', {
    query: topOverRange(6, sum(increase(rejections, '5m'), { by: ['reason'] })),
    custom: stacked,
    description: 'Why the AI rejects: the six most frequent reasons of the time range that is shown.',
  }),
  noopReasons: timeseries('Noop reasons (5m)', {
    query: topOverRange(6, sum(increase(noops, '5m'), { by: ['reason'] })),
    custom: stacked,
    description: 'Why the AI does nothing: the six most frequent reasons of the time range that is shown.',
  }),
  latencyBreach: stat('Latency SLO > 500ms (5m) — breach %', {
    query: latencyBreach,
    description: 'Per cent of the decisions of the chosen runs that took longer than 500 ms.',
    thresholds: thresholds('green', [1, 'yellow'], [5, 'orange'], [10, 'red']),
    noValue: 'no traffic',
    max: 100,
  }),
  latencyBreachHistory: timeseries('Latency breach % (>500ms) (5m)', {
    query: latencyBreach,
    legend: 'breach_pct',
    description: 'Per cent of the decisions of the chosen runs that took longer than 500 ms.',
    noValue: 'no traffic',
    max: 100,
    width: 18,
  }),
  activity: stateTimeline('AI Activity State (per decision type, last 30m)', {
    queries: decisionKinds.map((decision) =>
      query(bool.gt(zeroWhileAlive(sum(increase(catalog.aiDecisions({ decision, run_id: runId }), '1m'))), 0), {
        legend: `${decision}_active` as const,
      }),
    ),
    states: activity,
    description: 'ACTIVE: the AI made such a decision in the minute before.',
    custom: { fillOpacity: 80 },
    max: 1,
    timeFrom: '30m',
    hideTimeOverride: true,
  }),
  topRejectReasons: bargauge('Top reject reasons (10m)', {
    query: topk(8, sum(increase(rejections, '10m'), { by: ['reason'] })),
    description: 'Why the AI rejects: the eight most frequent reasons.',
    width: 24,
  }),
  latencyP95: stat('Latency p95 (5m)', {
    query: latencyP95,
    description: `95 % of the AI's decisions took less. ${allRuns}`,
    thresholds: latencyP95Limit,
    noValue: noLatency,
  }),
  parseErrors: stat('Parse errors / min (5m)', {
    query: zeroWhileAlive(perMinute(sum(rate(catalog.aiEventsParseErrors(), '5m')))),
    description: `AI events that could not be parsed. ${allRuns}`,
    thresholds: noneExpectedPerMinute,
  }),
  drops: bargauge('Drops / min (5m)', {
    query: perMinute(sum(rate(catalog.aiEventsDropped(), '5m'), { by: ['reason'] })),
    description: `AI events that were dropped, by reason. ${allRuns}`,
    thresholds: noneExpectedPerMinute,
    height: 4,
  }),
  freshness: timeseries('Source freshness (age s)', {
    query: age(max(catalog.aiLastEventTimestamp(), { by: ['source'] })),
    description: `Age of the newest event of each source. ${allRuns}`,
    noValue: 'no events',
    width: 24,
    height: 6,
  }),
});
