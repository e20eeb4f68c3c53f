import { age, max, row, stat } from 'dashpack';
import { upTile } from 'dashpack/panels';
import * as catalog from '../../../datasources/peak-trade/index.js';
import { aiLiveFiring } from './ai-live-firing.js';
import { freshness, latencyP95Limit, noneExpected } from './ai-live-limits.js';
import { allRuns, drops, latencyP95, noLatency, parseErrors } from './ai-live-queries.js';
import { runId } from './run-id.js';

const sixths = { role: catalog.AI_LIVE, each: { width: 4 } } as const;

/** Is AI Live well? */
export const aiLiveOps = row('AI Live — Ops Summary', sixths, {
  up: upTile(
    'AI Live Up',
    max(catalog.up.on(catalog.AI_LIVE)({ job: 'ai_live' })),
    'UP while at least one instance of the exporter is scraped, DOWN while none is, empty where none is a target.',
    { height: 4 },
  ),
  worstEventAge: stat('AI Live Fresh (worst age s)', {
    query: max(age(max(catalog.aiLastEventTimestampByRunId({ run_id: runId }), { by: ['source'] }))),
    description: 'Age of the last event of the source that has been silent longest, in the chosen runs.',
    thresholds: freshness,
    noValue: 'no events',
    min: 0,
  }),
  parseErrors: stat('Parse errors / 5m', {
    query: parseErrors,
    description: `AI events that could not be parsed. ${allRuns}`,
    thresholds: noneExpected,
    min: 0,
  }),
  drops: stat('Drops / 5m', {
    query: drops,
    description: `AI events that were dropped. ${allRuns}`,
    thresholds: noneExpected,
    min: 0,
  }),
  latencyP95: stat('Latency p95 (5m)', {
    query: latencyP95,
    description: `95 % of the AI's decisions took less. ${allRuns}`,
    thresholds: latencyP95Limit,
    noValue: noLatency,
    min: 0,
  }),
  alerts: stat('Active alerts (firing)', {
    ...aiLiveFiring,
  }),
});
