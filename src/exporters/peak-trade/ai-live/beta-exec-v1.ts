import { dropped, textOf, type AiEvent, type DroppedEvent, type Fields, type Reason } from './event.js';

type Outcome = Pick<AiEvent, 'action' | 'decision'>;

const outcomes: ReadonlyMap<unknown, (reason: Reason) => Outcome> = new Map<string, (reason: Reason) => Outcome>([
  ['INTENT', () => ({ action: 'order_intent' })],
  ['SUBMIT', () => ({ action: 'submit', decision: { decision: 'accept', reason: 'none' } })],
  ['FILL', () => ({ action: 'fill' })],
  ['REJECT', (reason) => ({ action: 'order_request', decision: { decision: 'reject', reason } })],
  ['VALIDATION_REJECT', (reason) => ({ decision: { decision: 'reject', reason } })],
  ['RISK_REJECT', (reason) => ({ decision: { decision: 'reject', reason } })],
  ['ERROR', (reason) => ({ decision: { decision: 'reject', reason } })],
]);

const reasonsByPrefix: readonly (readonly [prefix: string, reason: Reason])[] = [
  ['VALIDATION_', 'invalid_order'],
  ['ADAPTER_', 'invalid_order'],
  ['RISK_', 'risk_limit'],
  ['POLICY_', 'governance_no_live'],
];

/** Reads an event of the execution log: its `schema_version` is `BETA_EXEC_V1`. */
export function readBetaExecV1(fields: Fields): AiEvent | DroppedEvent {
  const source = 'beta_exec_v1';
  const type = fields['event_type'];
  if (typeof type !== 'string' || type === '') return dropped(source, 'missing_fields');
  const outcome = outcomes.get(type);
  if (outcome === undefined) return dropped(source, 'unknown_schema');
  const code = textOf(fields['reason_code']);
  const reason = reasonsByPrefix.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'other';
  return {
    kind: 'event',
    source,
    runId: textOf(fields['run_id']),
    component: '',
    time: { field: 'ts_utc', value: fields['ts_utc'] },
    ...outcome(reason),
  };
}
