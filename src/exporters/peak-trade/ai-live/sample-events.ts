import { grows, observes, type SampleRequest, type SmokeTest } from 'dashpack/exporter';
import {
  aiActions,
  aiDecisionLatencyMilliseconds,
  aiDecisionLatencySeconds,
  aiDecisions,
  aiEventsDropped,
  aiEventsParseErrors,
} from '../../../datasources/peak-trade/ai-live.js';

const turns = [
  { decision: 'accept', reason: 'none', latency: 85, action: 'submit' },
  { decision: 'reject', reason: 'risk_limit', latency: 10 },
  { decision: 'noop', reason: 'no_signal', latency: 2 },
] as const;

/** A sample event: accept, reject, noop, and again. */
export function sampleEvent({ index, time, runId }: SampleRequest): Readonly<Record<string, unknown>> {
  const turn = turns[index % turns.length] ?? turns[0];
  return {
    v: 1,
    ts_utc: time,
    component: 'execution_watch',
    run_id: runId,
    event: 'decision',
    decision: turn.decision,
    reason: turn.reason,
    ...('action' in turn ? { action: turn.action } : {}),
    latency_ms: turn.latency,
  };
}

/** Three rounds of sample events, an event of each log, and a line of each kind that is dropped. */
export function smokeTest(time: string): SmokeTest {
  const runId = 'shadow_smoke';
  const run = { component: 'execution_watch', run_id: runId };
  const beta = { schema_version: 'BETA_EXEC_V1', ts_utc: time, run_id: runId };
  const events = [
    ...Array.from({ length: 9 }, (_, index) => sampleEvent({ index, time, runId })),
    { ...beta, event_type: 'RISK_REJECT', reason_code: 'RISK_MAX_NOTIONAL' },
    { schema: 'execution_event_v0', event_type: 'filled', ts: time, run_id: runId },
    { ...beta, event_type: 'NO_SUCH_TYPE' },
    { ...beta },
  ];
  return {
    lines: [...events.map((event) => JSON.stringify(event)), '{"half a line', '42'],
    expected: [
      grows(aiDecisions, { ...run, decision: 'accept', reason: 'none' }, 3),
      grows(aiDecisions, { ...run, decision: 'reject', reason: 'risk_limit' }, 4),
      grows(aiDecisions, { ...run, decision: 'noop', reason: 'no_signal' }, 3),
      grows(aiActions, { ...run, action: 'submit' }, 3),
      grows(aiActions, { ...run, action: 'fill' }, 1),
      observes(aiDecisionLatencySeconds, run, 9),
      observes(aiDecisionLatencyMilliseconds, { source: 'sample_v1', decision: 'accept' }, 3),
      grows(aiEventsParseErrors, { source: 'unknown' }, 1),
      grows(aiEventsDropped, { source: 'unknown', reason: 'bad_json' }, 1),
      grows(aiEventsDropped, { source: 'unknown', reason: 'other' }, 1),
      grows(aiEventsDropped, { source: 'beta_exec_v1', reason: 'unknown_schema' }, 1),
      grows(aiEventsDropped, { source: 'beta_exec_v1', reason: 'missing_fields' }, 1),
    ],
  };
}
