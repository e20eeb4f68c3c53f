import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Scenario } from '../../../src/core/model/scenario.js';
import { serversOf } from '../../../src/core/pack/servers.js';
import { writeBackfill } from '../../../src/core/simulate/backfill.js';
import { sampleAt, seriesOf } from '../../../src/core/simulate/series.js';
import { blind, down, paced, restart, scenario, unscraped } from 'dashpack/simulate';
import { startPrometheus, type PrometheusServer } from '../../servers/prometheus.js';
import { example, latency, lastJob, requests, start, web, worker } from './example-pack.js';

const to = start + 900;
const from = to - 2 * 3600;

function backfill(scene: Scenario, options: { readonly seed?: number; readonly denseFor?: number } = {}): string {
  const [server] = serversOf(example);
  if (server === undefined) throw new Error('the example has no server');
  const pieces: string[] = [];
  const spec = { pack: example, server, scenario: scene, from, to, start, ...options };
  writeBackfill(spec, (piece) => pieces.push(piece));
  return pieces.join('');
}

/** The times at which a series has samples, in seconds from the start. */
function timesOf(text: string, series: string): readonly number[] {
  const lines = text.split('\n').filter((line) => line.startsWith(`${series} `));
  return lines.map((line) => Number(line.split(' ').at(-1)) - start);
}

const healthy = scenario('healthy', 'All is well.', [paced(requests(), 2), paced(latency.count(), 3)]);

describe('the text', () => {
  const text = backfill(healthy);
  const up = 'up{job="web",instance="host.docker.internal:8000"}';

  test('says of every family what it is, once, and ends as it must', () => {
    const heads = text.split('\n').filter((line) => line.startsWith('# TYPE'));
    expect(heads).toContain('# TYPE requests counter');
    expect(heads).toContain('# TYPE latency_seconds histogram');
    expect(heads).toContain('# TYPE scrape_samples_scraped gauge');
    expect(new Set(heads).size).toBe(heads.length);
    expect(text.endsWith('\n# EOF\n')).toBe(true);
  });

  test('scrapes are jittered: no interval is exact, none falls on a second, no two targets are scraped at once', () => {
    const times = timesOf(text, up);
    const intervals = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(times.filter(Number.isInteger)).toEqual([]);
    expect(Math.min(...intervals.slice(-600))).toBeGreaterThan(4.84);
    expect(Math.max(...intervals.slice(-600))).toBeLessThan(5.16);
    expect(new Set(intervals.map((each) => each.toFixed(3))).size).toBeGreaterThan(100);
    const others = timesOf(text, 'up{job="worker",instance="worker:8001"}');
    expect(others.filter((time) => times.includes(time))).toEqual([]);
  });

  test('what is more than an hour ago has a scrape each half minute', () => {
    const times = timesOf(text, up);
    expect(times.filter((time) => time < 900 - 3600).length).toBeCloseTo(120, -1);
    expect(times.filter((time) => time >= 900 - 3600).length).toBeCloseTo(720, -1);
    expect(timesOf(backfill(healthy, { denseFor: 600 }), up).length).toBeLessThan(400);
  });

  test('the server scrapes itself', () => {
    expect(text).toContain('\nup{job="prometheus",instance="localhost:9090"} 1 ');
  });

  test('the same seed gives the same bytes, another seed others', () => {
    expect(backfill(healthy)).toBe(text);
    expect(backfill(healthy, { seed: 2 })).not.toBe(text);
  });
});

test('without a start, the scenario has been seen whole at the end', () => {
  const [server] = serversOf(example);
  const scene = scenario('dead', 'It is dead after a minute.', [down(web, { from: '1m' })], { shownAt: '10m' });
  const pieces: string[] = [];
  if (server !== undefined) writeBackfill({ pack: example, server, scenario: scene, from, to }, (p) => pieces.push(p));
  const last = timesOf(
    pieces.join(''),
    'requests_total{route="/",status="2xx",job="web",instance="host.docker.internal:8000"}',
  ).at(-1);
  expect(last).toBeGreaterThan(900 - 540 - 6);
  expect(last).toBeLessThan(900 - 540);
});

describe('a real Prometheus that has it', () => {
  const scene = scenario('eventful', 'The web app dies, the worker goes blind and vanishes.', [
    paced(requests(), 2),
    paced(latency.count(), 3),
    down(web, { from: '2m', to: '3m' }),
    restart(web, '10m'),
    blind(worker, { but: [lastJob], from: '5m' }),
    unscraped(worker, { from: '7m' }),
  ]);
  let server: PrometheusServer;

  beforeAll(async () => {
    server = await startPrometheus(backfill(scene));
  });
  afterAll(() => server.stop());

  async function value(expr: string, seconds: number): Promise<number | undefined> {
    const answer = await server.query(expr, start + seconds);
    if ('error' in answer) throw new Error(answer.error);
    expect(answer.series.length).toBeLessThan(2);
    const [series] = answer.series;
    return series === undefined ? undefined : Number(series.value);
  }

  test('up is 1, 0 while the port refuses, and ends where there is no target', async () => {
    expect(await value('up{job="web"}', 110)).toBe(1);
    expect(await value('up{job="web"}', 150)).toBe(0);
    expect(await value('up{job="web"}', 190)).toBe(1);
    expect(await value('up{job="worker"}', 410)).toBe(1);
    expect(await value('absent(up{job="worker"})', 7 * 60 + 310)).toBe(1);
  });

  test('scrapes say how many samples there were', async () => {
    expect(await value('scrape_samples_scraped{job="web"}', 110)).toBe(4 + 7 + 2);
    expect(await value('scrape_samples_scraped{job="web"}', 150)).toBe(0);
    expect(await value('scrape_samples_scraped{job="worker"}', 290)).toBe(6);
    expect(await value('scrape_samples_scraped{job="worker"}', 310)).toBe(1);
    expect(await value('count_over_time((scrape_series_added{job="web"} > 0)[5m:1s]) > 0', 240)).toBeGreaterThan(0);
  });

  test.each([[110], [-3000], [595], [880]])('at %i s, every sample is what the function says', async (seconds) => {
    let compared = 0;
    for (const series of seriesOf(example, scene, { start, since: from - 900 })) {
      if (series.job !== 'web') continue;
      const matchers = Object.entries({ ...series.labels, job: series.job });
      const selector = `${series.name}{${matchers.map(([label, text]) => `${label}="${text}"`).join(',')}}`;
      const at = await value(`timestamp(${selector})`, seconds);
      expect(await value(selector, seconds)).toBe(sampleAt(series, at ?? 0));
      compared += 1;
    }
    expect(compared).toBe(13);
  });

  test.each([
    ['sum(rate(requests_total[5m]))', 100, 8],
    ['sum(rate(requests_total[5m]))', 880, 8],
    ['sum(rate(requests_total[10m]))', -3600, 8],
    ['rate(latency_seconds_count[5m])', 880, 3],
  ])('%s at %i s is %f, but for the waves', async (expr, seconds, expected) => {
    const rate = (await value(expr, seconds)) ?? 0;
    expect(rate).toBeGreaterThan(expected * 0.5);
    expect(rate).toBeLessThan(expected * 1.5);
  });

  test('a rate is what the function grew by', async () => {
    const grown = seriesOf(example, scene, { start, since: from - 900 })
      .filter(({ name }) => name === 'requests_total')
      .map((series) => (sampleAt(series, start + 100) ?? 0) - (sampleAt(series, start - 200) ?? 0));
    const total = grown.reduce((sum, each) => sum + each, 0);
    expect(((await value('sum(rate(requests_total[5m]))', 100)) ?? 0) / (total / 300)).toBeCloseTo(1, 1);
  });

  test('counters were reset by the death and by the restart', async () => {
    expect(await value('resets(latency_seconds_count[15m])', 890)).toBe(2);
  });
});
