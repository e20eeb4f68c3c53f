import { describe, expect, test } from 'vitest';
import { count, now, pageOf } from './count-lines.js';

const sample = (fields: object) => ({
  v: 1,
  event: 'decision',
  decision: 'accept',
  latency_ms: 1,
  action: 'fill',
  ...fields,
});
const at = (seconds: number): string => new Date((now + seconds) * 1000).toISOString();
const stamps = async (times: readonly unknown[]): Promise<readonly string[]> =>
  (await count(times.map((ts_utc) => sample({ ts_utc, run_id: 'r' })))).filter((line) => line.startsWith('last_'));

describe('whose an event is', () => {
  test.each([
    ['demo', 'demo'],
    ['Shadow Run/1', 'Shadow_Run_1'],
    ['UPPER.lower-1_2', 'UPPER.lower-1_2'],
    ['x'.repeat(33), 'x'.repeat(32)],
    ['größe💥', 'gr__e_'],
    ['', 'from_environment'],
    [undefined, 'from_environment'],
    [null, 'from_environment'],
    [{}, 'from_environment'],
    [20260124, '20260124'],
  ])('run_id %j is %s in every family that has one', async (run_id, expected) => {
    const found = await count([sample({ run_id, ts_utc: at(-1) })], { PEAK_TRADE_AI_RUN_ID: 'from environment' });
    const runs = found.flatMap((line) => /run_id="([^"]*)"/.exec(line)?.[1] ?? []);
    // decisions, actions, sum and count of the latency, last decision, last event by run
    expect(runs).toEqual(Array.from({ length: 6 }, () => expected));
  });

  test.each([
    [{}, {}, 'component="execution_watch",run_id="default"'],
    [{}, { PEAK_TRADE_AI_COMPONENT: 'desk 7', PEAK_TRADE_AI_RUN_ID: 'r"1' }, 'component="desk_7",run_id="r_1"'],
    [{ component: 'x' }, { PEAK_TRADE_AI_COMPONENT: 'desk' }, 'component="x",run_id="default"'],
    [{ component: '' }, { PEAK_TRADE_AI_COMPONENT: '' }, 'component="execution_watch",run_id="default"'],
  ])('%j with the environment %j is %s', async (fields, environment, expected) => {
    expect(await count([sample(fields)], environment)).toContain(`actions_total{${expected},action="fill"} 1`);
  });

  test('the heartbeat has the defaults, normalised alike, before any event', async () => {
    const page = await pageOf([], { PEAK_TRADE_AI_RUN_ID: 'my run' });
    expect(page.split('\n').filter((line) => line.startsWith('peaktrade'))).toEqual([
      'peaktrade_ai_live_heartbeat{component="execution_watch",run_id="my_run"} 1',
    ]);
  });
});

describe('when it was', () => {
  const of = (seconds: number): readonly string[] => [
    `last_decision_timestamp_seconds{component="execution_watch",run_id="r"} ${now + seconds}`,
    `last_event_timestamp_seconds_by_run_id{component="execution_watch",run_id="r",source="sample_v1"} ${now + seconds}`,
    `last_event_timestamp_seconds{source="sample_v1"} ${now + seconds}`,
  ];

  test('the gauges follow the events, and do not go back', async () => {
    expect(await stamps([at(-30), at(-10), at(-20)])).toEqual(of(-10));
  });

  test('a clock that is a little ahead is believed, one that is far ahead is not', async () => {
    expect(await stamps([at(-30), at(60), at(61), '2999-01-01T00:00:00Z'])).toEqual(of(60));
  });

  test.each([[undefined], [null], [''], ['yesterday'], [1_769_256_000], ['1969-12-31T23:00:00Z'], [{}]])(
    'without a time that can be read, %j, they are left alone',
    async (time) => {
      expect(await stamps([time])).toEqual([]);
      expect(await stamps([at(-30), time])).toEqual(of(-30));
    },
  );

  test('what was dropped does not move them', async () => {
    expect(
      await count([sample({ ts_utc: at(-1), decision: 'maybe' }), { ...sample({ ts_utc: at(-1) }), v: 2 }]),
    ).toEqual([
      'events_dropped_total{source="sample_v1",reason="missing_fields"} 1',
      'events_dropped_total{source="sample_v1",reason="unknown_schema"} 1',
    ]);
  });

  test('what is left out is counted', async () => {
    const lines = [sample({ ts_utc: 'soon' }), sample({ ts_utc: at(3600) }), sample({ latency_ms: 'x' })];
    const page = await pageOf(lines.map((line) => JSON.stringify(line)));
    expect(page.split('\n').filter((line) => line.startsWith('dashpack_exporter_values_ignored_total{'))).toEqual([
      'dashpack_exporter_values_ignored_total{field="ts_utc",reason="unreadable"} 1',
      'dashpack_exporter_values_ignored_total{field="ts_utc",reason="future"} 1',
      'dashpack_exporter_values_ignored_total{field="latency_ms",reason="unreadable"} 1',
    ]);
  });
});

test('counters of errors are there from the first line on, so that the first error is an increase', async () => {
  const page = await pageOf(['{}']);
  const zeros = page.split('\n').filter((line) => /^peaktrade_ai_events_.* 0$/.test(line));
  expect(zeros).toHaveLength(4 + 15);
});

test('thousands of runs leave 250, and what is over is counted and not lost', async () => {
  const lines = Array.from({ length: 3000 }, (_, index) => JSON.stringify(sample({ run_id: `run-${index}` })));
  const found = (await count(lines)).filter((line) => line.startsWith('decisions_total'));
  const total = found.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  expect({ series: found.length, total, overflow: found.filter((line) => line.includes('__overflow__')) }).toEqual({
    series: 251,
    total: 3000,
    overflow: ['decisions_total{component="__overflow__",run_id="__overflow__",decision="accept",reason="none"} 2750'],
  });
});
