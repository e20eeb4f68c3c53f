import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMetricsPage } from '../../../src/core/lint/catalog/metrics-page.js';
import * as catalog from '../../../src/datasources/peak-trade/ai-live.js';
import aiLive from '../../../src/exporters/peak-trade/ai-live.js';
import { promtool } from '../../servers/promtool.js';
import { pageOf } from './count-lines.js';

const families = Object.values(catalog).flatMap((handle) => ('family' in handle ? [handle.family] : []));
const time = '2026-01-24T11:59:00Z';

/** Lines that together give every family a sample. */
const lines = [
  ...aiLive.smoke(time).lines,
  ...Array.from({ length: 3 }, (_, index) => JSON.stringify(aiLive.sample({ index, time, runId: 'demo' }))),
];

test('every family of the job is exported as the catalog declares it: type, help, labels and buckets', async () => {
  const page = readMetricsPage(await pageOf(lines)).filter(({ name }) => !name.startsWith('dashpack_exporter_'));
  const described = page.map(({ name, type, help, labels, buckets }) => ({
    name,
    type,
    help,
    labels: [...labels.keys()].sort(),
    buckets: [...buckets],
  }));
  const declared = families.map(({ name, type, help, labels, buckets = [] }) => ({
    name,
    type,
    help,
    labels: Object.keys(labels).sort(),
    buckets,
  }));
  const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1);
  expect(described.toSorted(byName)).toEqual(declared.toSorted(byName));
});

test('every value of a finite label set is one that the catalog declares', async () => {
  const page = readMetricsPage(await pageOf(lines));
  const strangers = families.flatMap(({ name, labels }) => {
    const found = page.find((family) => family.name === name)?.labels;
    return Object.entries(labels).flatMap(([label, values]) =>
      values.kind === 'open'
        ? []
        : (found?.get(label) ?? ['missing']).filter((value) => !values.values.includes(value)),
    );
  });
  expect(strangers).toEqual([]);
});

test('promtool reads the page, and has nothing against it but names that the contract fixes', async () => {
  const { printed } = promtool(['check', 'metrics'], '.', await pageOf(lines));
  expect(printed.trim().split('\n')).toEqual([
    'peaktrade_ai_decision_latency_ms metric names should not contain abbreviated units',
  ]);
});

test('nothing that a line can hold breaks the exporter or its page', async () => {
  const key = fc.constantFrom(
    'v',
    'event',
    'decision',
    'reason',
    'action',
    'run_id',
    'component',
    'ts_utc',
    'ts',
    'latency_ms',
    'latency_s',
    'schema',
    'schema_version',
    'event_type',
    'reason_code',
    '__proto__',
  );
  const value = fc.oneof(
    fc.constantFrom<unknown>(
      1,
      'decision',
      'accept',
      'BETA_EXEC_V1',
      'execution_event_v0',
      'FILL',
      'failed',
      -1,
      1e308,
      '2026-01-24T11:00:00Z',
      '__proto__',
      'constructor',
      '"}\n{',
      '\uD800',
      '\0',
    ),
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
  );
  const object = fc
    .array(fc.tuple(key, value))
    .map(
      (entries) => `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${JSON.stringify(each)}`).join(',')}}`,
    );
  const line = fc.oneof({ weight: 5, arbitrary: object }, fc.string({ unit: 'binary' }), fc.json());
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (each) => {
      const page = await pageOf(each);
      const samples = page.split('\n').filter((text) => text !== '' && !text.startsWith('#'));
      expect(
        samples.filter((text) => !/^[a-z_]+(?:\{(?:[a-z_]+="[A-Za-z0-9._+-]*",?)+\})? -?[\d.e+]+$/.test(text)),
      ).toEqual([]);
      expect(new Set(samples.map((text) => text.split(' ')[0])).size).toBe(samples.length);
    }),
  );
});

test.each(['['.repeat(200_000), `{"v":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`])(
  'a line of many levels is one that is dropped',
  async (line) => {
    expect(await pageOf([line])).toMatch(/events_dropped_total\{source="\w+",reason="\w+"\} 1/);
  },
);

test('the events are those of the facts: accept, reject, noop, and again', () => {
  expect([0, 1, 2, 3].map((index) => aiLive.sample({ index, time, runId: 'demo' }))).toEqual(
    [
      { decision: 'accept', reason: 'none', action: 'submit', latency_ms: 85 },
      { decision: 'reject', reason: 'risk_limit', latency_ms: 10 },
      { decision: 'noop', reason: 'no_signal', latency_ms: 2 },
      { decision: 'accept', reason: 'none', action: 'submit', latency_ms: 85 },
    ].map((fields) => ({
      v: 1,
      ts_utc: time,
      component: 'execution_watch',
      run_id: 'demo',
      event: 'decision',
      ...fields,
    })),
  );
});
