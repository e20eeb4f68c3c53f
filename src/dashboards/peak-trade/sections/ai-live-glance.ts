import { age, max, maxOverTime, rate, stat, sum, thresholds, timeseries, topOverRange } from 'dashpack';
import { AI_LIVE, aiDecisions, aiLastEventTimestamp, up } from '../../../datasources/peak-trade/index.js';
import { freshness, latencyP95Limit, latencyP99Limit, noneExpected, rejectShareLimit } from './ai-live-limits.js';
import {
  allRuns,
  decisionsPerMinute,
  decisionsPerMinuteByKind,
  drops,
  latencyP95,
  latencyP99,
  noLatency,
  parseErrors,
  rejectShare,
} from './ai-live-queries.js';
import { runId } from './run-id.js';

/** AI Live at a glance: panels rather than a row, since Operator Unified adds signals and orders to them. */
export const aiLiveGlance = {
  up: stat('AI Live Up (1/0)', {
    query: max(up.on(AI_LIVE)({ job: 'ai_live' })),
    description:
      '1 while at least one instance of the exporter is scraped, 0 while none is, empty where none is a target.',
    unit: 'none',
    thresholds: thresholds('red', [1, 'green']),
    width: 3,
  }),
  worstEventAge: stat('Worst event age (s) (5m)', {
    query: max(age(max(maxOverTime(aiLastEventTimestamp(), '5m'), { by: ['source'] }))),
    description: `Age of the last event of the source that has been silent longest, of those exported in the last 5 minutes. ${allRuns}`,
    thresholds: freshness,
    noValue: 'no events',
    width: 3,
  }),
  latencyP95: stat('Latency p95 (ms) (5m)', {
    query: latencyP95,
    description: `95 % of the AI's decisions took less. ${allRuns}`,
    thresholds: latencyP95Limit,
    noValue: noLatency,
    width: 3,
  }),
  latencyP99: stat('Latency p99 (ms) (5m)', {
    query: latencyP99,
    description: `99 % of the AI's decisions took less. ${allRuns}`,
    thresholds: latencyP99Limit,
    noValue: noLatency,
    width: 3,
  }),
  parseErrors: stat('Parse errors / 5m', {
    query: parseErrors,
    description: `AI events that could not be parsed. ${allRuns}`,
    thresholds: noneExpected,
    width: 3,
  }),
  drops: stat('Drops / 5m', {
    query: drops,
    description: `AI events that were dropped. ${allRuns}`,
    thresholds: noneExpected,
    width: 3,
  }),
  rejectShare: stat('Reject share (5m)', {
    query: rejectShare,
    description: "Share of the AI's decisions that are rejections.",
    thresholds: rejectShareLimit,
    noValue: 'no traffic',
    width: 3,
  }),
  decisionsPerMinute: stat('Decisions / min (1m)', {
    query: decisionsPerMinute,
    description: 'Decisions that the AI makes in a minute.',
    width: 3,
  }),
  decisionsPerMinuteByKind: timeseries('Decisions / min (1m) by decision', {
    queries: decisionsPerMinuteByKind,
    description: 'Decisions that the AI makes in a minute, by kind.',
    width: 8,
    height: 7,
  }),
  topRejectReasons: timeseries('Top reject reasons (10m) (rate)', {
    query: topOverRange(6, sum(rate(aiDecisions({ decision: 'reject', run_id: runId }), '10m'), { by: ['reason'] })),
    description:
      'Why the AI rejects: the six most frequent reasons of the time range that is shown, in rejections per second.',
    options: { legend: { displayMode: 'list', calcs: [] } },
    width: 4,
    height: 7,
  }),
} as const;
