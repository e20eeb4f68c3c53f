import { exporter, type Environment, type ExporterUpdates, type LineHandler } from 'dashpack/exporter';
import * as catalog from '../../datasources/peak-trade/ai-live.js';
import { countEvent, runLabels, type Defaults, type RunLabel } from './ai-live/count-event.js';
import type { DropReason, Source } from './ai-live/event.js';
import { readEvent } from './ai-live/read-event.js';
import { sampleEvent, smokeTest } from './ai-live/sample-events.js';

const { aiLive, aiLiveHeartbeat, aiEventsDropped, aiEventsParseErrors } = catalog;

const sources = ['sample_v1', 'beta_exec_v1', 'exec_event_v0', 'unknown'] as const satisfies readonly Source[];
const reasons = ['bad_json', 'unknown_schema', 'missing_fields', 'other'] as const satisfies readonly DropReason[];

/** The AI Live exporter: the events that the AI appends to a file, as the families of job `ai_live`. */
export default exporter<RunLabel>({
  producer: aiLive,
  metrics: [
    catalog.aiDecisions,
    catalog.aiActions,
    catalog.aiDecisionLatencySeconds,
    catalog.aiDecisionLatencyMilliseconds,
    catalog.aiLastDecisionTimestamp,
    catalog.aiLastEventTimestamp,
    catalog.aiLastEventTimestampByRunId,
    aiLiveHeartbeat,
    aiEventsParseErrors,
    aiEventsDropped,
  ],
  heartbeat: [aiLiveHeartbeat],
  environment: { events: 'PEAK_TRADE_AI_EVENTS_JSONL', port: 'PEAK_TRADE_AI_EXPORTER_PORT' },
  boundedLabels: ['component', 'run_id'],
  start,
  sampleRunId: 'demo',
  sample: sampleEvent,
  smoke: smokeTest,
});

function start(updates: ExporterUpdates<RunLabel>, environment: Environment): LineHandler {
  const defaults: Defaults = {
    component: given(environment['PEAK_TRADE_AI_COMPONENT'], 'execution_watch'),
    runId: given(environment['PEAK_TRADE_AI_RUN_ID'], 'default'),
  };
  updates.pinnedGroup(runLabels('', '', defaults)).set(aiLiveHeartbeat, {}, 1);
  const drop = (source: Source, reason: DropReason): void => updates.add(aiEventsDropped, { source, reason });
  const begin = once(() => startCounters(updates));
  return {
    line(text, now) {
      begin();
      const event = readEvent(text);
      if (event.kind === 'event') return countEvent(event, updates, defaults, now);
      if (event.kind === 'dropped') return drop(event.source, event.reason);
      updates.add(aiEventsParseErrors, { source: 'unknown' });
      return drop('unknown', 'bad_json');
    },
    tooLong() {
      begin();
      drop('unknown', 'other');
    },
  };
}

/** A variable that is set to nothing says as little as one that is not set. */
function given(value: string | undefined, otherwise: string): string {
  return value === undefined || value === '' ? otherwise : value;
}

/**
 * From the first line on, each counter of errors is there: a first error then is an increase. Before, a missing file
 * must not look like a file without errors.
 */
function startCounters(updates: ExporterUpdates<RunLabel>): void {
  for (const source of sources) {
    updates.add(aiEventsParseErrors, { source }, 0);
    for (const reason of reasons) updates.add(aiEventsDropped, { source, reason }, 0);
  }
}

function once(action: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    action();
  };
}
