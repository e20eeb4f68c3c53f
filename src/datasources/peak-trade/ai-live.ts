import { and, anyValue, eq, gt, or, producer, type Alive } from 'dashpack';
import { AI_LIVE } from './roles.js';
import { up } from './universal.js';

/** The AI Live exporter, which reads the events file of the AI. */
export const aiLive = producer('ai_live', {
  port: 9110,
  scrapedBy: [AI_LIVE],
  scrapeInterval: '5s',
  // An event that could not be parsed or was dropped was seen as well: a burst of errors must not look like silence.
  alive: (): Alive =>
    and(
      eq(up.on(AI_LIVE)({ job: 'ai_live' }), 1),
      or(or(gt(aiLastEventTimestamp(), 0), gt(aiEventsParseErrors(), 0)), gt(aiEventsDropped(), 0)),
      { on: ['job', 'instance'] },
    ),
  note: 'port contract v1: always 9110, no silent fallback to another port',
  reads: { env: 'PEAK_TRADE_AI_EVENTS_JSONL' },
  runbook: {
    down: 'start the exporter on 9110 (dashpack exporter ai-live) and open http://127.0.0.1:9110/metrics; where another process holds 9110 (ss -ltnp "sport = :9110"), stop that first: the exporter never falls back to another port, because Prometheus scrapes 9110 alone',
    silent:
      'the exporter has only its heartbeat: no events reached it. See that the event writer runs and that PEAK_TRADE_AI_EVENTS_JSONL, where the exporter runs, names the absolute path of the file to which events are appended',
  },
});

const { counter, gauge, histogram } = aiLive.ownedBy(AI_LIVE);

/** Whose event it was. */
const run = { component: anyValue('execution_watch'), run_id: anyValue('demo') } as const;

/** The format of the events. Only the latency by source is sure to have no other. */
const source = anyValue('sample_v1', 'beta_exec_v1', 'exec_event_v0', 'unknown');

/** What does the AI decide, and why? */
export const aiDecisions = counter('peaktrade_ai_decisions_total', {
  help: 'AI decisions made.',
  labels: {
    decision: ['accept', 'reject', 'noop'],
    reason: [
      'none',
      'no_signal',
      'cooldown',
      'market_closed',
      'risk_limit',
      'governance_no_live',
      'invalid_order',
      'other',
    ],
    ...run,
  },
});

/** What does the AI do? */
export const aiActions = counter('peaktrade_ai_actions_total', {
  help: 'AI actions executed.',
  labels: { action: ['order_intent', 'order_request', 'submit', 'cancel', 'fill'], ...run },
});

/** How slow is one run? */
export const aiDecisionLatencySeconds = histogram('peaktrade_ai_decision_latency_seconds', {
  help: 'AI decision latency, per run.',
  unit: 'seconds',
  labels: run,
  buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

/** How slow are accepted and rejected decisions, by where they come from? It has no run_id. */
export const aiDecisionLatencyMilliseconds = histogram('peaktrade_ai_decision_latency_ms', {
  help: 'AI decision latency, per source and decision.',
  unit: 'milliseconds',
  labels: { source: ['sample_v1', 'beta_exec_v1', 'exec_event_v0', 'unknown'], decision: ['accept', 'reject', 'noop'] },
  buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000],
});

/** How old is the last decision? */
export const aiLastDecisionTimestamp = gauge('peaktrade_ai_last_decision_timestamp_seconds', {
  help: "When the last AI decision was made, by the event's own time, per component and run.",
  unit: 'unixSeconds',
  labels: run,
});

/** How old is the last event of a source, over all runs? */
export const aiLastEventTimestamp = gauge('peaktrade_ai_last_event_timestamp_seconds', {
  help: 'When the last valid AI event happened, by its own time, per source.',
  unit: 'unixSeconds',
  labels: { source },
});

/** How old is the last event of one run? */
export const aiLastEventTimestampByRunId = gauge('peaktrade_ai_last_event_timestamp_seconds_by_run_id', {
  help: 'When the last valid AI event happened, by its own time, per run, component and source.',
  unit: 'unixSeconds',
  labels: { ...run, source },
});

/** Does the exporter run? It says nothing about events. */
export const aiLiveHeartbeat = gauge('peaktrade_ai_live_heartbeat', {
  help: '1 while the exporter lives.',
  labels: run,
});

/** Is the events file damaged? */
export const aiEventsParseErrors = counter('peaktrade_ai_events_parse_errors_total', {
  help: 'AI events that could not be parsed, per source (source-scoped: no run_id).',
  labels: { source },
});

/** Has the format of the events drifted? */
export const aiEventsDropped = counter('peaktrade_ai_events_dropped_total', {
  help: 'AI events that were dropped, per source and reason (source-scoped: no run_id).',
  labels: { source, reason: ['bad_json', 'unknown_schema', 'missing_fields', 'other'] },
});
