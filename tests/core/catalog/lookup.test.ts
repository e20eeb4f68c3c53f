import { expect, test } from 'vitest';
import { catalogLookup } from '../../../src/core/catalog/lookup.js';
import { latency, requests } from './small-pack.js';

test('families are found by the names of their series, and a histogram by none of its own', () => {
  const lookup = catalogLookup([requests.family, latency.family]);
  const names = ['requests_total', 'latency_seconds_bucket', 'latency_seconds_sum', 'latency_seconds_count'];
  expect(lookup.names).toEqual(names);
  expect(names.map((name) => [lookup(name)?.family.name, lookup(name)?.part])).toEqual([
    ['requests_total', 'value'],
    ['latency_seconds', 'bucket'],
    ['latency_seconds', 'sum'],
    ['latency_seconds', 'count'],
  ]);
  expect([lookup('latency_seconds'), lookup('requests')]).toEqual([undefined, undefined]);
});
