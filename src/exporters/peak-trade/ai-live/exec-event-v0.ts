import { dropped, textOf, type AiEvent, type DroppedEvent, type Fields } from './event.js';

const outcomes: ReadonlyMap<unknown, Pick<AiEvent, 'action' | 'decision'>> = new Map<
  string,
  Pick<AiEvent, 'action' | 'decision'>
>([
  ['created', { action: 'order_intent' }],
  ['submitted', { action: 'submit', decision: { decision: 'accept', reason: 'none' } }],
  ['filled', { action: 'fill' }],
  ['canceled', { action: 'cancel' }],
  ['failed', { decision: { decision: 'reject', reason: 'other' } }],
]);

/** Reads an event of the execution pipeline: its `schema` is `execution_event_v0`. */
export function readExecEventV0(fields: Fields): AiEvent | DroppedEvent {
  const source = 'exec_event_v0';
  const type = fields['event_type'];
  if (typeof type !== 'string' || type === '') return dropped(source, 'missing_fields');
  const outcome = outcomes.get(type);
  if (outcome === undefined) return dropped(source, 'unknown_schema');
  return {
    kind: 'event',
    source,
    runId: textOf(fields['run_id']),
    component: '',
    time: { field: 'ts', value: fields['ts'] },
    ...outcome,
  };
}
