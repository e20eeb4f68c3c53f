import { expect, test } from 'vitest';
import { compareLooks } from '../../../../src/core/inspect/blind/compare-looks.js';
import { lookAtPanel } from '../../../../src/core/inspect/blind/look.js';
import { readClassicDashboard } from '../../../../src/core/document/read/classic.js';
import type { JsonObject } from '../../../../src/core/model/json.js';

const now = 1000;
const thresholds = {
  mode: 'absolute',
  steps: [
    { color: 'green', value: null },
    { color: 'red', value: 5 },
  ],
};
const upDown = [{ type: 'value', options: { 0: { text: 'DOWN', color: 'red' }, 1: { text: 'UP', color: 'green' } } }];

interface Shown {
  readonly type?: string;
  readonly defaults?: JsonObject;
  readonly overrides?: readonly JsonObject[];
  readonly options?: JsonObject;
}

/** A look at a panel: by series, its value and how long ago that was, in seconds. */
function look(shown: Shown, series: Readonly<Record<string, readonly [value: number, ago?: number]>>) {
  const { type = 'stat', defaults = {}, overrides = [], options = {} } = shown;
  const json = { panels: [{ id: 1, type, title: 'P', options, fieldConfig: { defaults, overrides } }] };
  const [panel] = readClassicDashboard(json, []).panels;
  if (panel === undefined) throw new Error('no panel');
  const returned = Object.entries(series).map(([job, [value, ago = 0]]) => ({
    labels: { job },
    points: [[now - ago, value] as const],
  }));
  return lookAtPanel(panel, 'row/p', [{ refId: 'A', legend: '{{job}}', series: returned }], now);
}

const graph = (mode: string): Shown => ({
  type: 'timeseries',
  defaults: { thresholds, color: { mode: 'palette-classic' }, custom: { thresholdsStyle: { mode } } },
});

test.each<[string, Shown, Parameters<typeof look>[1], Parameters<typeof look>[1], string | undefined]>([
  ['another number', {}, { a: [1] }, { a: [9] }, undefined],
  ['another number below the threshold', { defaults: { thresholds } }, { a: [1] }, { a: [4] }, undefined],
  ['a number above the threshold', { defaults: { thresholds } }, { a: [1] }, { a: [6] }, 'green → red'],
  [
    'thresholds that the tile does not colour by',
    { defaults: { thresholds }, options: { colorMode: 'none' } },
    { a: [1] },
    { a: [6] },
    undefined,
  ],
  [
    'thresholds under a fixed colour',
    { defaults: { thresholds, color: { mode: 'fixed', fixedColor: 'blue' } } },
    { a: [1] },
    { a: [6] },
    undefined,
  ],
  ['another word', { defaults: { mappings: upDown } }, { a: [1] }, { a: [0] }, '"UP" in green → "DOWN" in red'],
  [
    'one of two',
    { defaults: { mappings: upDown } },
    { a: [1], b: [1] },
    { a: [1], b: [0] },
    '"b": "UP" in green → "DOWN" in red',
  ],
  ['no data', {}, { a: [1] }, {}, 'no data'],
  ['data', {}, {}, { a: [1] }, 'has data'],
  ['a tile too few', {}, { a: [1], b: [1], c: [1] }, { a: [1], b: [1] }, '"c" is gone'],
  ['a tile too many', {}, { a: [1], b: [1] }, { a: [1], b: [1], c: [1] }, '"c": appears'],
  ['a last value that is long over', {}, { a: [1] }, { a: [1, 600] }, undefined],
  ['a line that ended', { type: 'timeseries' }, { a: [1] }, { a: [1, 600] }, 'no data'],
  ['a line above a threshold that is not drawn', graph('off'), { a: [1] }, { a: [6] }, undefined],
  ['a line above a threshold that is drawn', graph('line'), { a: [1] }, { a: [6] }, 'green → red'],
  [
    'a threshold of one series',
    {
      defaults: { thresholds },
      overrides: [
        {
          matcher: { id: 'byName', options: 'a' },
          properties: [{ id: 'thresholds', value: { mode: 'absolute', steps: [{ color: 'gray', value: null }] } }],
        },
      ],
    },
    { a: [1] },
    { a: [6] },
    undefined,
  ],
])('%s', (_name, shown, before, after, how) => {
  const changes = compareLooks([[look(shown, before)]], [look(shown, after)]);
  expect(changes.map((each) => each.how)).toEqual(how === undefined ? [] : [how]);
});

test('what flickers while all is well is no sign', () => {
  const times = [[look({}, { a: [1], b: [1] })], [look({}, { a: [1], b: [1], c: [1] })]];
  expect(compareLooks(times, [look({}, { a: [1], b: [1], c: [1] })])).toEqual([]);
  expect(compareLooks(times, [look({}, {})])).toMatchObject([{ how: 'no data' }]);
});
