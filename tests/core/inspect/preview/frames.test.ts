import { describe, expect, test } from 'vitest';
import type { Answered } from '../../../../src/core/inspect/preview/answered.js';
import { framesOf } from '../../../../src/core/inspect/preview/frames.js';
import { seriesName } from '../../../../src/core/inspect/preview/legend.js';

function answered(refId: string, legend: string, series: Answered['series'], step?: number): Answered {
  return { refId, expr: 'up', legend, series, step };
}

const web = { labels: { job: 'web', __name__: 'up' }, points: [[10, 1]] } as const;
const db = { labels: { job: 'db', zone: 'a' }, points: [[10, Number.NaN]] } as const;

test('a series is a frame with its time and its value, its labels in order, and the name of its legend', () => {
  expect(framesOf([{ format: undefined, answered: answered('A', '{{job}} of {{zone}}', [web], 15) }])).toEqual([
    {
      refId: 'A',
      name: 'web of ',
      meta: { type: 'timeseries-multi' },
      fields: [
        { name: 'Time', type: 'time', values: [10_000], interval: 15_000 },
        {
          name: 'Value',
          type: 'number',
          labels: { __name__: 'up', job: 'web' },
          values: [1],
          displayName: 'web of ',
        },
      ],
    },
  ]);
});

test('numbers that JSON cannot write are words', () => {
  const series = [NaN, Infinity, -Infinity, -0.5].map((value) => ({ labels: {}, points: [[1, value]] as const }));
  const frames = framesOf([{ format: undefined, answered: answered('A', 'x', series) }]);
  expect(frames.map(({ fields }) => fields[1]?.values[0])).toEqual(['NaN', '+Inf', '-Inf', -0.5]);
});

describe('tables', () => {
  const columns = (formats: readonly string[]): unknown =>
    framesOf(
      formats.map((format, index) => ({
        format,
        answered: answered('AB'[index] ?? '', '', [web, db].slice(0, 2 - index)),
      })),
    ).map(({ refId, fields }) => [refId, fields.map(({ name, values }) => [name, values])]);

  test('one has a row a sample, and a column for each label', () => {
    expect(columns(['table'])).toEqual([
      [
        'A',
        [
          ['Time', [10_000, 10_000]],
          ['__name__', ['up', '']],
          ['job', ['web', 'db']],
          ['zone', ['', 'a']],
          ['Value', [1, 'NaN']],
        ],
      ],
    ]);
  });

  test('of several, each calls its value after its query; graphs come before them', () => {
    const names = (columns(['table', 'table']) as [string, [string, unknown][]][]).map(([, [...fields]]) =>
      fields.at(-1)?.at(0),
    );
    expect(names).toEqual(['Value #A', 'Value #B']);
    expect((columns(['table', 'time_series']) as [string][]).map(([refId]) => refId)).toEqual(['B', 'A']);
  });

  test('the bounds of buckets are numbers', () => {
    const buckets = ['0.5', '+Inf'].map((le) => ({ labels: { le }, points: [[1, 2]] as const }));
    const [frame] = framesOf([{ format: 'table', answered: answered('A', '', buckets) }]);
    expect(frame?.fields[1]).toEqual({ name: 'le', type: 'number', values: [0.5, '+Inf'] });
  });
});

describe('heatmaps', () => {
  const bucket = (le: string, counts: readonly number[], route = '/') => ({
    labels: { le, route },
    points: counts.map((count, index) => [index, count] as const),
  });

  test('buckets are columns from the lowest, each without what is below it', () => {
    const series = [bucket('+Inf', [9, 9]), bucket('0.5', [1, 2]), bucket('10', [4, 2])];
    const [frame, ...others] = framesOf([{ format: 'heatmap', answered: answered('A', '{{le}}', series, 1) }]);
    expect(others).toEqual([]);
    expect(frame?.meta).toEqual({ type: 'heatmap-rows' });
    expect(frame?.fields.map(({ name, values }) => [name, values])).toEqual([
      ['Time', [0, 1000]],
      ['0.5', [1, 2]],
      ['10', [3, 0]],
      ['+Inf', [5, 7]],
    ]);
  });

  test('a bucket that begins later has nothing before, and other labels are other heatmaps', () => {
    const late = { labels: { le: '2', route: '/' }, points: [[1, 5]] as const };
    const series = [bucket('1', [1, 2]), late, bucket('1', [7, 8], '/b')];
    const frames = framesOf([{ format: 'heatmap', answered: answered('A', '__auto', series, 1) }]);
    expect(frames.map(({ fields }) => fields.slice(1).map(({ name, values }) => [name, values]))).toEqual([
      [
        ['1', [1, 2]],
        ['2', [null, 3]],
      ],
      [['1', [7, 8]]],
    ]);
  });
});

test.each([
  ['{{ job }}', { job: 'web' }, 'web'],
  ['{{job}}/{{missing}}', { job: 'web' }, 'web/'],
  ['all', {}, 'all'],
  ['', { job: 'web', __name__: 'up' }, 'up{job="web"}'],
  ['', { __name__: 'up' }, 'up'],
  ['', { b: '2', a: '1' }, '{a="1", b="2"}'],
  ['', {}, 'sum(up)'],
  ['__auto', {}, 'sum(up)'],
  ['__auto', { job: 'web' }, undefined],
])('the legend %j names the series %j: %s', (legend, labels, name) => {
  expect(seriesName(legend, labels, 'sum(up)')).toBe(name);
});
