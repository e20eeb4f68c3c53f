import { expect, test } from 'vitest';
import { createGroups, idleAfter, type Groups } from '../../../../src/core/exporter/run/groups.js';
import type { SeriesStore } from '../../../../src/core/exporter/run/series-store.js';

interface Named extends SeriesStore {
  readonly run: string;
}

function setUp(most: number): {
  readonly groups: Groups;
  readonly take: (run: string, at: number) => string;
  readonly removed: string[];
} {
  const removed: string[] = [];
  const create = ({ run = '' }: Readonly<Record<string, string>>): SeriesStore =>
    ({ run, remove: () => void removed.push(run) }) as unknown as Named;
  const groups = createGroups(['run'], most, create);
  return { groups, removed, take: (run, at) => (groups.take({ run }, at) as Named).run };
}

test('who comes first has a place, who comes later counts under the overflow', () => {
  const { groups, take, removed } = setUp(2);
  expect(['a', 'b', 'c', 'a', 'd'].map((run) => take(run, 0))).toEqual(['a', 'b', '__overflow__', 'a', '__overflow__']);
  expect({ counts: groups.counts(), removed }).toEqual({ counts: { size: 2, overflowed: 2, retired: 0 }, removed: [] });
});

test('where places are short, the groups without an event for an hour lose theirs', () => {
  const { groups, take, removed } = setUp(2);
  take('a', 0);
  take('b', 1);
  take('a', idleAfter - 1);
  expect(take('c', idleAfter)).toBe('__overflow__');
  expect(take('c', idleAfter + 1)).toBe('c');
  expect(take('b', idleAfter + 2)).toBe('__overflow__');
  expect({ counts: groups.counts(), removed }).toEqual({
    counts: { size: 2, overflowed: 2, retired: 1 },
    removed: ['b'],
  });
});

test('as long as there are places, nobody loses one', () => {
  const { take, removed } = setUp(2);
  take('a', 0);
  take('b', 100 * idleAfter);
  expect(removed).toEqual([]);
});

test('a pinned group takes no place and never gives way', () => {
  const { groups, take, removed } = setUp(1);
  groups.pin({ run: 'own' });
  take('a', 0);
  expect(take('own', 0)).toBe('own');
  take('b', 10 * idleAfter);
  expect(take('own', 20 * idleAfter)).toBe('own');
  expect(removed).toEqual(['a']);
});

test('a million groups leave as many as there are places', () => {
  const { groups, take } = setUp(250);
  for (let index = 0; index < 1_000_000; index += 1) take(`run-${index}`, index / 1000);
  expect(groups.counts()).toEqual({ size: 250, overflowed: 999_750, retired: 0 });
});
