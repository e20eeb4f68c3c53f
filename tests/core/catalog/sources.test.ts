import { counter, gauge, producer, role, type Metric } from 'dashpack';
import { expect, test } from 'vitest';
import { catalogLookup } from '../../../src/core/catalog/lookup.js';
import { analyse } from '../../../src/core/promql/problems/analyse.js';
import { parse } from '../../../src/core/promql/read/parse.js';
import { web } from './small-pack.js';

const LOCAL = role('LOCAL');
const worker = producer('worker', {
  ...web,
  scrapedBy: [LOCAL],
  alive: () => ({ type: 'vector', node: web.alive() as never }),
});
const memory = gauge('memory_bytes', { owner: LOCAL, producer: [web, worker], help: 'Memory.', unit: 'bytes' });
const waiting = counter('waiting_total', {
  owner: LOCAL,
  missing: { producer: worker, note: 'asked for in spring' },
  help: 'Not there yet.',
});

function problems(expr: string, ...metrics: readonly Metric[]): readonly string[] {
  return analyse(parse(expr), catalogLookup(metrics.map(({ family }) => family))).problems.map(
    ({ message }) => message,
  );
}

test('a family of several producers has each of their jobs, and no other', () => {
  expect(memory.family.producers?.map(({ job }) => job)).toEqual(['web', 'worker']);
  expect(problems('memory_bytes{job="worker"}', memory)).toEqual([]);
  expect(problems('memory_bytes{job=~"web|worker"}', memory)).toEqual([]);
  expect(problems('memory_bytes{job="db"}', memory)).toEqual([
    'label "job" of memory_bytes never has the value "db"; it has web, worker',
  ]);
});

test('a family that nobody exports has the job of who should', () => {
  const { producers, missing, origin } = waiting.family;
  expect({ producers, job: missing?.producer.job, note: missing?.note, origin }).toEqual({
    producers: undefined,
    job: 'worker',
    note: 'asked for in spring',
    origin: 'exported',
  });
  expect(problems('rate(waiting_total{job="web"}[5m])', waiting)).toEqual([
    'label "job" of waiting_total never has the value "web"; it has worker',
  ]);
});
