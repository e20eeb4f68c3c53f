import { expect, test } from 'vitest';
import { alertHistory } from '../../../../src/core/inspect/proof/alert-history.js';

/** An alert whose expression returns something in these stretches, an evaluation each 5 s. */
function run(
  stretches: readonly (readonly [from: number, to: number])[],
  timing: { readonly for: number; readonly keep?: number },
) {
  const points = stretches.flatMap(([from, to]) =>
    Array.from({ length: (to - from) / 5 + 1 }, (_, index) => [from + 5 * index, 1] as const),
  );
  const labels = { __name__: 'up', job: 'a' };
  return alertHistory([{ labels, points }], { for: timing.for, keepFiringFor: timing.keep ?? 0, interval: 5 });
}

test('it is pending until it has held for as long as it must', () => {
  const { states, firings } = run([[0, 20]], { for: 10 });
  expect(states.map(({ state, time }) => `${time} ${state}`)).toEqual([
    '0 pending',
    '5 pending',
    '10 firing',
    '15 firing',
    '20 firing',
  ]);
  expect(firings).toEqual([{ labels: { job: 'a' }, from: 10, to: 20 }]);
});

test('it begins anew after an evaluation at which it did not hold', () => {
  expect(
    run(
      [
        [0, 5],
        [15, 20],
      ],
      { for: 10 },
    ).firings,
  ).toEqual([]);
  const twice = run(
    [
      [0, 10],
      [20, 30],
    ],
    { for: 10 },
  ).firings;
  expect(twice.map(({ from, to }) => [from, to])).toEqual([
    [10, 10],
    [30, 30],
  ]);
});

test('one that is kept fires through a gap, and ends with a longer one', () => {
  const kept = run(
    [
      [0, 10],
      [25, 30],
    ],
    { for: 10, keep: 20 },
  );
  expect(kept.firings.map(({ from, to }) => [from, to])).toEqual([[10, 30]]);
  const ended = run(
    [
      [0, 10],
      [60, 65],
    ],
    { for: 10, keep: 20 },
  );
  expect(ended.firings.map(({ from, to }) => [from, to])).toEqual([[10, 10]]);
});

test('without a time to hold it fires at once', () => {
  expect(run([[5, 5]], { for: 0 }).firings).toEqual([{ labels: { job: 'a' }, from: 5, to: 5 }]);
});
