import { expect, test } from 'vitest';
import {
  appears,
  blind,
  down,
  frozen,
  gone,
  observed,
  paced,
  present,
  restart,
  scenario,
  type Effect,
} from 'dashpack/simulate';
import { livesOf } from '../../../src/core/simulate/lives.js';
import { partsOf, simulate } from '../../../src/core/simulate/series.js';
import { simulatedPage } from '../../../src/core/simulate/serve/simulated-page.js';
import { cpu, example, lastJob, latency, requests, start, state, web, worker } from './example-pack.js';

/** The samples of an exposition, by name and sorted labels. */
function samplesOf(text: string): ReadonlyMap<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line): [string, number] => {
      const [, name = '', labels = '', value = ''] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      return [keyOf(name, labels.match(/\w+="[^"]*"/g) ?? []), Number(value)];
    }),
  );
}

function keyOf(name: string, labels: readonly string[]): string {
  return `${name} ${labels.toSorted().join(' ')}`;
}

function pages(job: string, effects: readonly Effect[], speed = 1) {
  const scene = scenario('some', 'Something happens.', effects);
  const children = simulate(example, scene, { start }).filter((child) => child.job === job);
  const shownTime = (unix: number): number => start + (unix - start) / speed;
  const page = simulatedPage(children, livesOf(scene, job, -900), shownTime);
  return {
    async at(time: number) {
      return samplesOf(await page.at(time));
    },
    expected(time: number) {
      const samples = new Map<string, number>();
      for (const child of children) {
        const value = child.valueAt(time);
        if (value === undefined) continue;
        for (const { name, labels, read } of partsOf(child)) {
          const printed = Object.entries(labels).map(([label, text]) => `${label}="${text}"`);
          samples.set(keyOf(name, printed), read(value));
        }
      }
      return samples;
    },
  };
}

const cases: readonly (readonly [string, string, readonly Effect[]])[] = [
  ['usual', 'web', []],
  ['restart', 'web', [restart(web, '5m')]],
  ['latency spike', 'web', [paced(latency.count(), 5), observed(latency.count(), 0.8, { from: '2m', to: '4m' })]],
  ['gone, and back', 'web', [gone(requests(), { from: '2m', to: '4m' }), gone(cpu()), present(cpu(), { from: '3m' })]],
  ['appears', 'web', [appears(requests({ route: '/new', status: '5xx' }), '4m')]],
  ['dead, and back', 'web', [down(web, { from: '2m', to: '4m' })]],
  ['blind and frozen', 'worker', [frozen(lastJob(), { from: '2m' }), blind(worker, { but: [lastJob], from: '4m' })]],
  ['state', 'worker', [gone(state({ name: 'idle' }), { from: '3m' })]],
];

test.each(cases)('%s: the client library shows what the functions say, at every scrape', async (_, job, effects) => {
  const page = pages(job, effects);
  for (const time of [0, 7, 119, 121, 200, 239, 241, 299.9, 300, 333, 900]) {
    const expected = page.expected(time);
    const shown = await page.at(time);
    expect([...shown.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
    for (const [key, value] of expected) expect(shown.get(key)).toBeCloseTo(value, 6);
  }
});

test('scrapes more seldom show the same: what is counted does not depend on who looks', async () => {
  const often = pages('web', []);
  for (let time = 0; time < 300; time += 5) await often.at(time);
  const rounded = (samples: ReadonlyMap<string, number>) => [...samples].map(([key, value]) => [key, value.toFixed(6)]);
  expect(rounded(await often.at(300))).toEqual(rounded(await pages('web', []).at(300)));
});

test('in a hurry, timestamps are shown as the clock of the reader has them', async () => {
  const shown = await pages('worker', [], 10).at(600);
  const last = shown.get('last_job_timestamp_seconds ') ?? 0;
  expect(start + 60 - last).toBeGreaterThan(0);
  expect(start + 60 - last).toBeLessThan(0.3);
});
