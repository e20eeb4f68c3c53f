import {
  dropped,
  textOf,
  type Action,
  type AiEvent,
  type Decision,
  type DroppedEvent,
  type Fields,
  type Reason,
} from './event.js';

const decisions: ReadonlyMap<unknown, Decision> = new Map(
  Object.entries({
    accept: ['accept', 'approve', 'approved', 'allow', 'allowed'],
    reject: ['reject', 'deny', 'denied', 'block', 'blocked'],
    noop: ['noop', 'no_op', 'skip', 'ignored'],
  } satisfies Record<Decision, readonly string[]>).flatMap(([decision, words]) =>
    words.map((word) => [word, decision as Decision] as const),
  ),
);

const reasons: ReadonlyMap<unknown, Reason> = named<Reason>({
  none: true,
  no_signal: true,
  cooldown: true,
  market_closed: true,
  risk_limit: true,
  governance_no_live: true,
  invalid_order: true,
  other: true,
});

const actions: ReadonlyMap<unknown, Action> = named<Action>({
  order_intent: true,
  order_request: true,
  submit: true,
  cancel: true,
  fill: true,
});

/** Reads an event of the demo's format: it has the field `v`, which is 1. */
export function readSampleV1(fields: Fields): AiEvent | DroppedEvent {
  const source = 'sample_v1';
  if (fields['v'] !== 1) return dropped(source, 'unknown_schema');
  const event = fields['event'];
  if (typeof event !== 'string' || event === '') return dropped(source, 'missing_fields');
  if (event !== 'decision') return dropped(source, 'unknown_schema');
  const decision = decisions.get(fields['decision']);
  if (decision === undefined) return dropped(source, 'missing_fields');
  const action = actions.get(fields['action']);
  return {
    kind: 'event',
    source,
    runId: textOf(fields['run_id']),
    component: textOf(fields['component']),
    time: { field: 'ts_utc', value: fields['ts_utc'] },
    decision: { decision, reason: reasonOf(fields['reason']) },
    ...(action === undefined ? {} : { action }),
    latencySeconds: fields['latency_s'],
    latencyMilliseconds: fields['latency_ms'],
  };
}

function reasonOf(value: unknown): Reason {
  if (value === undefined || value === null || value === '') return 'none';
  return reasons.get(value) ?? 'other';
}

/** Every value of a label by its own name: a value that is missing, or not in the catalog, does not compile. */
function named<Value extends string>(values: Readonly<Record<Value, true>>): ReadonlyMap<unknown, Value> {
  return new Map(Object.keys(values).map((value) => [value, value as Value]));
}
