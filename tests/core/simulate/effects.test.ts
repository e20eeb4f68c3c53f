import { describe, expect, test } from 'vitest';
import {
  appears,
  between,
  blind,
  counts,
  down,
  fixed,
  frozen,
  gone,
  idle,
  labelled,
  never,
  observed,
  oneOf,
  paced,
  present,
  quiet,
  restart,
  scaled,
  scenario,
  startTime,
  unscraped,
  uptime,
  type Effect,
} from 'dashpack/simulate';
import { seriesOf } from '../../../src/core/simulate/series.js';
import { example, lastJob, latency, requests, start, started, state, watch, web, worker } from './example-pack.js';

const failed = { route: '/', status: '5xx' } as const;

function when(...effects: readonly Effect[]) {
  return scenario('some', 'Something happens.', effects);
}

function namesIn(...effects: readonly Effect[]): readonly string[] {
  const series = seriesOf(example, when(...effects), { start });
  return series.map(({ name, job, labels }) => [job, name, ...Object.values(labels)].join(' '));
}

describe('counters', () => {
  test('grow by whole events, and had some before the start', () => {
    const count = watch(when(), 'requests_total', failed);
    const seen = [-600, 0, 600, 6000].map((at) => count(at) ?? Number.NaN);
    expect(seen.every(Number.isInteger)).toBe(true);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen[0]).toBeGreaterThan(0);
    expect(count(-901)).toBeUndefined();
  });

  test('of seconds are no whole numbers', () => {
    expect(Number.isInteger(watch(when(), 'process_cpu_seconds_total', { job: 'web' })(100))).toBe(false);
  });

  test('quiet: stands, at what was counted in the first minutes', () => {
    const count = watch(when(quiet(requests(failed))), 'requests_total', failed);
    expect(count(0)).toBeGreaterThan(0);
    expect(count(5000)).toBe(count(0));
    expect(count(-600)).toBeLessThan(count(0) ?? 0);
  });

  test('never: 0', () => {
    expect(watch(when(never(requests(failed))), 'requests_total', failed)(5000)).toBe(0);
  });

  test('paced: so many a second, in a wave whose mean it is', () => {
    const count = watch(when(paced(requests(failed), 10, { from: '1m' })), 'requests_total', failed);
    const counted = (count(60 + 24_000) ?? 0) - (count(60) ?? 0);
    expect(counted / 24_000).toBeGreaterThan(9);
    expect(counted / 24_000).toBeLessThan(11);
  });

  test('scaled: so many times the usual, for a while', () => {
    const usual = watch(when(), 'requests_total', failed);
    const slow = watch(when(scaled(requests(failed), 0, { from: '1m', to: '3m' })), 'requests_total', failed);
    expect(slow(60)).toBe(usual(60));
    expect(slow(180)).toBe(usual(60));
    expect((slow(400) ?? 0) - (slow(180) ?? 0)).toBeCloseTo((usual(400) ?? 0) - (usual(180) ?? 0), -1);
  });

  test('the last of several effects decides', () => {
    const burst = when(quiet(requests()), paced(requests(failed), 5, { from: '1m', to: '2m' }));
    const count = watch(burst, 'requests_total', failed);
    expect(count(60)).toBe(count(0));
    expect(count(120)).toBeGreaterThan((count(60) ?? 0) + 100);
    expect(count(500)).toBe(count(120));
    const other = watch(burst, 'requests_total', { route: '/a', status: '5xx' });
    expect(other(500)).toBe(other(0));
  });
});

describe('producers', () => {
  test('down: nothing is exported, and what comes back begins at 0', () => {
    const count = watch(when(down(web, { from: '1m', to: '2m' })), 'requests_total', failed);
    expect(count(59)).toBeGreaterThan(0);
    expect(count(60)).toBeUndefined();
    expect(count(119.9)).toBeUndefined();
    expect(count(120)).toBe(0);
  });

  test('restart: from 0 again, without a gap', () => {
    const count = watch(when(restart(web, '1m')), 'requests_total', failed);
    expect(count(59.9)).toBeGreaterThan(0);
    expect(count(60)).toBe(0);
    expect(count(600)).toBeGreaterThan(0);
  });

  test('unscraped: it goes on for itself', () => {
    expect(watch(when(unscraped(web)), 'requests_total', failed)(60)).toBeGreaterThan(0);
  });

  test('blind: only some families are left', () => {
    const scene = when(blind(web, { but: [started], from: '1m' }));
    expect(watch(scene, 'requests_total', failed)(61)).toBeUndefined();
    expect(watch(scene, 'requests_total', failed)(59)).toBeDefined();
    expect(watch(scene, 'process_start_time_seconds', { job: 'web' })(61)).toBeDefined();
    expect(watch(scene, 'state', { name: 'idle' })(61)).toBeDefined();
  });

  test('idle: nothing it counts grows', () => {
    const scene = when(idle(web));
    const count = watch(scene, 'latency_seconds_count');
    expect(count(900)).toBe(count(0));
    expect(count(0)).toBeGreaterThan(0);
    const busy = watch(scene, 'process_cpu_seconds_total', { job: 'worker' });
    expect(busy(900)).toBeGreaterThan(busy(0) ?? 0);
  });
});

describe('gauges', () => {
  test('timestamps are a little behind, until they are frozen', () => {
    const last = watch(when(frozen(lastJob(), { from: '1m', to: '5m' })), 'last_job_timestamp_seconds');
    expect(start + 30 - (last(30) ?? 0)).toBeGreaterThan(0);
    expect(start + 30 - (last(30) ?? 0)).toBeLessThan(3);
    expect(last(299)).toBe(last(60));
    expect(last(300)).toBe((last(60) ?? 0) + 240);
  });

  test('oneOf: of the states, one is 1', () => {
    const scene = when(
      oneOf(state({ name: 'running' }), 'name'),
      oneOf(state({ name: 'idle' }), 'name', { from: '1m' }),
    );
    const states = ['idle', 'running', 'stopped'].map((name) => watch(scene, 'state', { name }));
    expect(states.map((at) => at(0))).toEqual([0, 1, 0]);
    expect(states.map((at) => at(60))).toEqual([1, 0, 0]);
  });

  test('fixed, between', () => {
    const scene = when(fixed(state(), 7), between(state({ name: 'idle' }), 2, 4));
    expect(watch(scene, 'state', { name: 'running' })(9)).toBe(7);
    const seen = Array.from({ length: 100 }, (_, index) => watch(scene, 'state', { name: 'idle' })(index * 40));
    expect(new Set(seen)).toEqual(new Set([2, 3, 4]));
  });

  test('startTime, uptime and counts follow the life of the producer', () => {
    const scene = when(restart(worker, '1m'), startTime(started()), uptime(lastJob()), counts(state()));
    const at = watch(scene, 'process_start_time_seconds', { job: 'worker' });
    expect([at(0), at(61)]).toEqual([start - 900, start + 60]);
    expect(watch(scene, 'last_job_timestamp_seconds')(90)).toBe(30);
    expect(watch(scene, 'state', { name: 'idle' })(60)).toBe(0);
    expect(watch(scene, 'state', { name: 'idle' })(600)).toBeGreaterThan(0);
  });
});

describe('histograms', () => {
  test('a spike moves what is observed into other buckets, and back', () => {
    const scene = when(paced(latency.count(), 10), observed(latency.count(), 0.8, { from: '1m', to: '2m' }));
    const within = (le: string) => watch(scene, 'latency_seconds_bucket', { le });
    const share = (from: number, to: number) => {
      const grown = (count: ReturnType<typeof within>) => (count(to) ?? 0) - (count(from) ?? 0);
      return grown(within('0.5')) / grown(within('+Inf'));
    };
    expect(share(0, 60)).toBeGreaterThan(0.95);
    expect(share(60, 120)).toBeLessThan(0.35);
    expect(share(120, 300)).toBeGreaterThan(0.95);
  });

  test('count is the last bucket', () => {
    const scene = when();
    expect(watch(scene, 'latency_seconds_count')(77)).toBe(watch(scene, 'latency_seconds_bucket', { le: '+Inf' })(77));
  });
});

describe('series', () => {
  test('gone, and present all the same', () => {
    const scene = when(gone(requests({ route: '/' })), present(requests(failed), { from: '1m' }));
    expect(watch(scene, 'requests_total', { route: '/', status: '2xx' })(90)).toBeUndefined();
    expect(watch(scene, 'requests_total', failed)(59)).toBeUndefined();
    expect(watch(scene, 'requests_total', failed)(60)).toBeDefined();
    expect(watch(scene, 'requests_total', { route: '/a', status: '2xx' })(0)).toBeDefined();
  });

  test('appears: a value nobody has seen, from its first event on', () => {
    const scene = when(paced(requests(), 0.1), appears(requests({ route: '/new', status: '2xx' }), '1m'));
    const count = watch(scene, 'requests_total', { route: '/new' });
    expect(count(59)).toBeUndefined();
    expect(count(60)).toBeUndefined();
    const first = Array.from({ length: 600 }, (_, second) => count(60 + second)).find((value) => value !== undefined);
    expect(first).toBe(1);
  });

  test('labelled: other values for an open label', () => {
    expect(namesIn(labelled(requests(), { route: ['/x'] })).filter((name) => name.includes('requests'))).toEqual([
      'web requests_total /x 2xx',
      'web requests_total /x 5xx',
    ]);
  });

  test('what nobody exports has none, and what several export has some of each', () => {
    const names = namesIn();
    expect(names.filter((name) => /promised|up$/.test(name))).toEqual([]);
    expect(names.filter((name) => name.includes('start_time'))).toEqual([
      'web process_start_time_seconds',
      'worker process_start_time_seconds',
    ]);
  });
});
