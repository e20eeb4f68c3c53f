import { expect, test } from 'vitest';
import { nearest } from '../../../src/core/text/nearest.js';
import { parse } from '../../../src/core/promql/read/parse.js';

test.each([
  ['raet', ['delta', 'rate', 'irate'], 'rate'],
  ['u', ['up', 'cpu'], 'up'],
  ['http_request_total', ['http_requests_total', 'grpc_requests_total'], 'http_requests_total'],
  ['abc', ['xyz'], undefined],
  ['x', [], undefined],
])('nearest to %s among %j', (name, candidates, expected) => {
  expect(nearest(name, candidates)).toBe(expected);
});

test('a name of 100 kB is compared with nothing', () => {
  const name = 'a'.repeat(100_000);
  let compared = 0;
  function* candidates(): Iterable<string> {
    for (const each of [`${name.slice(1)}b`, 'a'.repeat(99_000)]) {
      compared += 1;
      yield each;
    }
  }
  expect([nearest(name, candidates()), compared]).toEqual([undefined, 0]);
  expect(() => parse(`${name}(x)`)).toThrow('PromQL has no function');
});
