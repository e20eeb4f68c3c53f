import { counter, gauge, histogram, role } from 'dashpack';
import { expect, test } from 'vitest';
import type { MetricFamily } from '../../../src/core/model/metric.js';
import { LOCAL, web } from './small-pack.js';

const MAIN = role('MAIN');

/** All that is known of a family but where it was declared. */
function factsOf({ position, ...facts }: MetricFamily): Omit<MetricFamily, 'position'> {
  expect(position?.file).toContain('owned-families.test.ts');
  return facts;
}

test('what a producer declares is what says owner and producer itself', () => {
  const owned = web.ownedBy(LOCAL);
  const said = { owner: LOCAL, producer: web } as const;
  const labels = { route: ['/'] } as const;
  expect(factsOf(owned.counter('a_total', { help: 'A.', unit: 'events', labels }).family)).toEqual(
    factsOf(counter('a_total', { ...said, help: 'A.', unit: 'events', labels }).family),
  );
  expect(factsOf(owned.gauge('b', { help: 'B.' }).family)).toEqual(factsOf(gauge('b', { ...said, help: 'B.' }).family));
  expect(factsOf(owned.histogram('c', { help: 'C.', labels, buckets: [1, 2] }).family)).toEqual(
    factsOf(histogram('c', { ...said, help: 'C.', labels, buckets: [1, 2] }).family),
  );
});

test('several owners: the first is the default', () => {
  const { gauge: shared } = web.ownedBy([LOCAL, MAIN]);
  expect(factsOf(shared('b', { help: 'B.' }).family)).toEqual(
    factsOf(gauge('b', { owner: [LOCAL, MAIN], producer: web, help: 'B.' }).family),
  );
});

test('what the producer does not export yet', () => {
  const { missing } = web.ownedBy(LOCAL);
  expect(factsOf(missing.gauge('b', { help: 'B.', note: 'asked for in spring' }).family)).toEqual(
    factsOf(gauge('b', { owner: LOCAL, missing: { producer: web, note: 'asked for in spring' }, help: 'B.' }).family),
  );
});
