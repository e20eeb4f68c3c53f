import { describe, expect, test } from 'vitest';
import { count } from './count-lines.js';

const time = '2026-01-24T11:59:00Z';
const unix = Date.UTC(2026, 0, 24, 11, 59) / 1000;
const whose = (source: string) => `component="execution_watch",run_id="r1",source="${source}"`;
const run = 'component="execution_watch",run_id="r1"';

const decided = (decision: string, reason: string, by = 1): string =>
  `decisions_total{${run},decision="${decision}",reason="${reason}"} ${by}`;
const acted = (action: string): string => `actions_total{${run},action="${action}"} 1`;
const dropped = (source: string, reason: string): string =>
  `events_dropped_total{source="${source}",reason="${reason}"} 1`;

/** What a valid event with a time says besides. */
const fresh = (source: string, isDecision: boolean): readonly string[] => [
  ...(isDecision ? [`last_decision_timestamp_seconds{${run}} ${unix}`] : []),
  `last_event_timestamp_seconds{source="${source}"} ${unix}`,
  `last_event_timestamp_seconds_by_run_id{${whose(source)}} ${unix}`,
];

describe('the format of the demo', () => {
  const sample = (fields: object) => ({
    v: 1,
    ts_utc: time,
    component: 'execution_watch',
    run_id: 'r1',
    event: 'decision',
    decision: 'accept',
    ...fields,
  });

  test.each([
    ...['accept', 'approve', 'approved', 'allow', 'allowed'].map((word) => [word, 'accept'] as const),
    ...['reject', 'deny', 'denied', 'block', 'blocked'].map((word) => [word, 'reject'] as const),
    ...['noop', 'no_op', 'skip', 'ignored'].map((word) => [word, 'noop'] as const),
  ])('the decision %s is %s', async (word, decision) => {
    expect(await count([sample({ decision: word })])).toEqual(
      [decided(decision, 'none'), ...fresh('sample_v1', true)].sort(),
    );
  });

  test.each([['maybe'], ['ACCEPT'], [''], [null], [1], [{}], ['constructor'], ['__proto__']])(
    'the decision %j is none: the event is dropped',
    async (decision) => {
      expect(await count([sample({ decision, action: 'submit' })])).toEqual([dropped('sample_v1', 'missing_fields')]);
    },
  );

  test.each([
    ...[
      'none',
      'no_signal',
      'cooldown',
      'market_closed',
      'risk_limit',
      'governance_no_live',
      'invalid_order',
      'other',
    ].map((reason) => [reason, reason] as const),
    ['', 'none'],
    [undefined, 'none'],
    [null, 'none'],
    ['weather', 'other'],
    ['__proto__', 'other'],
    [7, 'other'],
  ] as const)('the reason %j is %s', async (reason, expected) => {
    expect(await count([sample({ reason })])).toContain(decided('accept', expected));
  });

  test.each(['order_intent', 'order_request', 'submit', 'cancel', 'fill'])(
    'the action %s is counted',
    async (action) => {
      expect(await count([sample({ action })])).toContain(acted(action));
    },
  );

  test.each([['dance'], [''], [null], [1], ['toString']])('the action %j is not an action', async (action) => {
    expect(await count([sample({ action })])).toEqual([decided('accept', 'none'), ...fresh('sample_v1', true)].sort());
  });

  test.each([
    ['milliseconds', { latency_ms: 85 }, ['0.085'], ['85']],
    ['seconds', { latency_s: 0.25 }, ['0.25'], []],
    ['both: each histogram has its own', { latency_s: 0.25, latency_ms: 85 }, ['0.25'], ['85']],
    ['no time at all', { latency_ms: 0 }, ['0'], ['0']],
    ['a negative one', { latency_ms: -1 }, [], []],
    ['a text', { latency_ms: '85' }, [], []],
    ['the seconds cannot be read', { latency_s: 'fast', latency_ms: 85 }, ['0.085'], ['85']],
  ])('latency: %s', async (_name, fields, seconds, milliseconds) => {
    const found = await count([sample(fields)]);
    const observed = (value: string, family: string): readonly string[] => [
      ...(value === '0' ? [] : [`${family.replace('X', 'sum')} ${value}`]),
      `${family.replace('X', 'count')} 1`,
    ];
    expect(found.filter((line) => line.startsWith('decision_latency'))).toEqual(
      [
        ...milliseconds.flatMap((value) =>
          observed(value, 'decision_latency_ms_X{source="sample_v1",decision="accept"}'),
        ),
        ...seconds.flatMap((value) => observed(value, `decision_latency_seconds_X{${run}}`)),
      ].sort(),
    );
  });

  test.each([[2], ['1'], [null], [true]])('v: %j is another schema', async (v) => {
    expect(await count([sample({ v })])).toEqual([dropped('sample_v1', 'unknown_schema')]);
  });

  test.each([
    [undefined, 'missing_fields'],
    ['', 'missing_fields'],
    [5, 'missing_fields'],
    ['heartbeat', 'unknown_schema'],
  ])('event: %j is dropped as %s', async (event, reason) => {
    expect(await count([sample({ event })])).toEqual([dropped('sample_v1', reason)]);
  });

  test('the first mark decides', async () => {
    const both = sample({ schema_version: 'BETA_EXEC_V1', event_type: 'FILL', schema: 'execution_event_v0' });
    expect(await count([both])).toContain(decided('accept', 'none'));
  });
});

describe('the execution log', () => {
  const beta = (fields: object) => ({ schema_version: 'BETA_EXEC_V1', ts_utc: time, run_id: 'r1', ...fields });

  test.each([
    ['INTENT', [acted('order_intent')], false],
    ['SUBMIT', [acted('submit'), decided('accept', 'none')], true],
    ['FILL', [acted('fill')], false],
    ['REJECT', [acted('order_request'), decided('reject', 'other')], true],
    ['VALIDATION_REJECT', [decided('reject', 'other')], true],
    ['RISK_REJECT', [decided('reject', 'other')], true],
    ['ERROR', [decided('reject', 'other')], true],
  ])('%s', async (event_type, expected, isDecision) => {
    expect(await count([beta({ event_type })])).toEqual([...expected, ...fresh('beta_exec_v1', isDecision)].sort());
  });

  test.each([
    ['VALIDATION_PRICE', 'invalid_order'],
    ['ADAPTER_TIMEOUT', 'invalid_order'],
    ['RISK_MAX_NOTIONAL', 'risk_limit'],
    ['POLICY_NO_LIVE', 'governance_no_live'],
    ['SOMETHING', 'other'],
    ['RISKY', 'other'],
    ['', 'other'],
    [undefined, 'other'],
    [4, 'other'],
  ])('the reason code %j is %s', async (reason_code, reason) => {
    for (const event_type of ['REJECT', 'VALIDATION_REJECT', 'RISK_REJECT', 'ERROR']) {
      expect(await count([beta({ event_type, reason_code })])).toContain(decided('reject', reason));
    }
  });

  test('a reason code changes nothing of what was submitted', async () => {
    expect(await count([beta({ event_type: 'SUBMIT', reason_code: 'RISK_X' })])).toContain(decided('accept', 'none'));
  });

  test.each([
    ['intent', 'unknown_schema'],
    ['CANCEL', 'unknown_schema'],
    ['', 'missing_fields'],
    [undefined, 'missing_fields'],
    [null, 'missing_fields'],
    [{}, 'missing_fields'],
  ])('the event type %j is dropped as %s', async (event_type, reason) => {
    expect(await count([beta({ event_type })])).toEqual([dropped('beta_exec_v1', reason)]);
  });
});

describe('the execution pipeline', () => {
  const event = (fields: object) => ({ schema: 'execution_event_v0', ts: time, run_id: 'r1', ...fields });

  test.each([
    ['created', [acted('order_intent')], false],
    ['submitted', [acted('submit'), decided('accept', 'none')], true],
    ['filled', [acted('fill')], false],
    ['canceled', [acted('cancel')], false],
    ['failed', [decided('reject', 'other')], true],
  ])('%s', async (event_type, expected, isDecision) => {
    expect(await count([event({ event_type })])).toEqual([...expected, ...fresh('exec_event_v0', isDecision)].sort());
  });

  test.each([
    ['cancelled', 'unknown_schema'],
    [undefined, 'missing_fields'],
  ])('the event type %j is dropped as %s', async (event_type, reason) => {
    expect(await count([event({ event_type })])).toEqual([dropped('exec_event_v0', reason)]);
  });

  test('its time is in ts, not in ts_utc', async () => {
    expect(await count([{ ...event({ event_type: 'filled' }), ts: undefined, ts_utc: time }])).toEqual([acted('fill')]);
  });
});

describe('what is not an event', () => {
  const unreadable = [
    'events_dropped_total{source="unknown",reason="bad_json"} 1',
    'events_parse_errors_total{source="unknown"} 1',
  ];

  test.each(['{', 'decision=accept', "{'v': 1}", '{"v":1}{"v":1}', 'NaN', '\0{"v":1}', '"', '{"v":1,}'])(
    '%j is no JSON',
    async (line) => {
      expect(await count([line])).toEqual(unreadable);
    },
  );

  test.each(['42', '"text"', 'null', 'true', '[]', '[{"v":1}]'])('%s is JSON, but no object', async (line) => {
    expect(await count([line])).toEqual([dropped('unknown', 'other')]);
  });

  test.each([{}, { event_type: 'FILL' }, { schema_version: 'BETA_EXEC_V2' }, { schema: 'x' }, { schema_version: 1 }])(
    '%j is of no known format',
    async (line) => {
      expect(await count([line])).toEqual([dropped('unknown', 'unknown_schema')]);
    },
  );
});
