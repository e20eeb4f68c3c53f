import { labelSafe, parseTime, type ExporterUpdates } from 'dashpack/exporter';
import {
  aiActions,
  aiDecisionLatencyMilliseconds,
  aiDecisionLatencySeconds,
  aiDecisions,
  aiLastDecisionTimestamp,
  aiLastEventTimestamp,
  aiLastEventTimestampByRunId,
} from '../../../datasources/peak-trade/ai-live.js';
import type { AiEvent } from './event.js';

/** Whose events are told apart. */
export type RunLabel = 'component' | 'run_id';

/** Whose an event is that does not say it. */
export interface Defaults {
  readonly component: string;
  readonly runId: string;
}

const longestRunId = 32;
const longestComponent = 64;

/** An event whose time is further ahead of the clock, in seconds, would keep its run fresh long after its end. */
const toleratedSkew = 60;

/** The labels of a run: one normalisation, for every metric. */
export function runLabels(runId: string, component: string, defaults: Defaults): Readonly<Record<RunLabel, string>> {
  return {
    component: labelSafe(component === '' ? defaults.component : component, longestComponent),
    run_id: labelSafe(runId === '' ? defaults.runId : runId, longestRunId),
  };
}

/**
 * Counts an event.
 *
 * @param now the exporter's clock, in Unix seconds
 */
export function countEvent(event: AiEvent, updates: ExporterUpdates<RunLabel>, defaults: Defaults, now: number): void {
  const { source, decision, action } = event;
  const time = eventTime(event.time, updates, now);
  const run = updates.group(runLabels(event.runId, event.component, defaults), time);
  if (action !== undefined) run.add(aiActions, { action });
  if (decision !== undefined) {
    run.add(aiDecisions, decision);
    countLatency(event, decision.decision, updates, run);
    if (time !== undefined) run.raise(aiLastDecisionTimestamp, {}, time);
  }
  if (time === undefined) return;
  updates.raise(aiLastEventTimestamp, { source }, time);
  run.raise(aiLastEventTimestampByRunId, { source }, time);
}

function countLatency(
  { source, latencySeconds, latencyMilliseconds }: AiEvent,
  decision: NonNullable<AiEvent['decision']>['decision'],
  updates: ExporterUpdates<RunLabel>,
  run: ReturnType<ExporterUpdates<RunLabel>['group']>,
): void {
  const milliseconds = duration('latency_ms', latencyMilliseconds, updates);
  const seconds = duration('latency_s', latencySeconds, updates);
  if (milliseconds !== undefined) updates.observe(aiDecisionLatencyMilliseconds, { source, decision }, milliseconds);
  if (seconds !== undefined) run.observe(aiDecisionLatencySeconds, {}, seconds);
  else if (milliseconds !== undefined) run.observe(aiDecisionLatencySeconds, {}, milliseconds / 1000);
}

function duration(field: string, value: unknown, updates: ExporterUpdates<RunLabel>): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  updates.ignored(field, 'unreadable');
  return undefined;
}

/** The event's own time, where it has one that can be believed. The exporter's clock is never put in its place. */
function eventTime(
  { field, value }: AiEvent['time'],
  updates: ExporterUpdates<RunLabel>,
  now: number,
): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const time = typeof value === 'string' ? parseTime(value) : undefined;
  if (time === undefined || time <= 0) updates.ignored(field, 'unreadable');
  else if (time > now + toleratedSkew) updates.ignored(field, 'future');
  else return time;
  return undefined;
}
