import { grow, hold, missing, stay, type Stretch } from 'dashpack';
import { assert, array, constantFrom, integer, oneof, property, record, type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { printSeconds } from '../../../src/core/rule/emit-tests.js';
import { printTimeline, secondsOf } from '../../../src/core/rule/timeline.js';
import { testRules } from '../../servers/promtool.js';

test.each<[name: string, stretches: readonly Stretch[], end: string, text: string]>([
  ['one value to the end', [hold(1)], '1m', '1x12'],
  ['two values', [hold(1, '30s'), hold(0)], '1m', '1x5 0x6'],
  ['a single sample', [hold(1, '5s'), hold(0)], '10s', '1 0x1'],
  ['a clock', [grow(1)], '20s', '0+5x4'],
  ['growth goes on where it stopped', [grow(1, { for: '10s' }), grow(2)], '20s', '0+5x1 10+10x2'],
  ['growth from a value', [hold(7, '10s'), grow(1, { from: 100 })], '15s', '7x1 100+5x1'],
  ['a counter that stops', [grow(1, { for: '20s' }), stay()], '30s', '0+5x3 15x2'],
  ['it falls', [grow(-1, { from: 10 })], '10s', '10-5x2'],
  ['a series that ends is marked so', [hold(1, '10s'), missing()], '30s', '1x1 stale _x4'],
  ['one that comes back', [hold(1, '10s'), missing('5s'), hold(2)], '20s', '1x1 stale 2x1'],
  ['one that is not there yet has no mark', [missing('10s'), hold(1)], '20s', '_x2 1x2'],
  ['a gap after a gap has one mark', [hold(1, '5s'), missing('5s'), missing('5s')], '15s', '1 stale _x2'],
  ['a stretch shorter than a scrape lasts to the next one', [hold(1, '7s'), hold(0)], '15s', '1x1 0x1'],
  [
    'stretches add up, though each ends between two scrapes',
    [hold(1, '7s'), hold(2, '7s'), hold(3)],
    '20s',
    '1x1 2 3x1',
  ],
  ['fractions', [grow(0.1)], '15s', '0+0.5x3'],
  ['what is not a number', [hold(Number.NaN, '5s'), hold(Infinity, '5s'), hold(-Infinity)], '10s', 'NaN Inf -Inf'],
])('%s', (_name, stretches, end, text) => {
  expect(printTimeline(stretches, 5, secondsOf(end))).toBe(text);
});

test('stay() without a sample before it says so', () => {
  expect(() => printTimeline([missing('10s'), stay()], 5, 20)).toThrow('stay() repeats the last sample');
});

const duration = integer({ min: 1, max: 40 }).map((seconds) => `${seconds}s`);
const value = integer({ min: -5, max: 50 });
const stretch: Arbitrary<Stretch> = oneof(
  record({ value, duration }).map((each) => hold(each.value, each.duration)),
  record({ from: value, perSecond: constantFrom(-2, -0.5, 1, 3), duration }).map(
    ({ from, perSecond, duration: lasts }) => grow(perSecond, { from, for: lasts }),
  ),
  duration.map((each) => missing(each)),
);

/** What stands at a moment of a test, by the definition of the stretches: undefined where there is no sample. */
function valueAt(stretches: readonly Stretch[], interval: number, moment: number): number | undefined {
  let starts = 0;
  for (const [index, each] of stretches.entries()) {
    const ends = index === stretches.length - 1 ? Infinity : starts + (each.seconds ?? Infinity);
    if (moment >= ends) {
      starts = ends;
      continue;
    }
    if (each.kind === 'hold') return each.value;
    if (each.kind !== 'grow') return undefined;
    const first = Math.ceil(starts / interval) * interval;
    return (each.from ?? 0) + each.perSecond * (moment - first);
  }
  return undefined;
}

test('promtool reads as many samples as the stretches have, each with its value', () => {
  const interval = 5;
  const timelines = property(
    array(array(stretch, { minLength: 1, maxLength: 5 }), { minLength: 8, maxLength: 8 }),
    integer({ min: 1, max: 30 }),
    (series, samples) => {
      const end = samples * interval;
      const moments = Array.from({ length: samples + 1 }, (_, index) => index * interval);
      const { code, printed } = testRules(
        { groups: [] },
        {
          evaluation_interval: '5s',
          tests: [
            {
              interval: '5s',
              input_series: series.map((stretches, index) => ({
                series: `x{n="${index}"}`,
                values: printTimeline(stretches, interval, end),
              })),
              promql_expr_test: moments.map((moment) => ({
                // A range of a millisecond has the sample of the moment only, and no mark of an end.
                expr: 'last_over_time(x[1ms])',
                eval_time: printSeconds(moment),
                exp_samples: series.flatMap((stretches, index) => {
                  const sample = valueAt(stretches, interval, moment);
                  return sample === undefined ? [] : [{ labels: `x{n="${index}"}`, value: sample }];
                }),
              })),
            },
          ],
        },
      );
      expect(printed).toContain('SUCCESS');
      expect(code).toBe(0);
    },
  );
  assert(timelines, { numRuns: 25 });
}, 60_000);
