import { expect, test } from 'vitest';
import {
  ACTIVE_INACTIVE,
  bargauge,
  gaugePanel,
  override,
  piechart,
  PRESENT_MISSING,
  rate,
  stat,
  stateTimeline,
  sum,
  table,
  text,
  thresholds,
  timeseries,
  UP_DOWN,
  type Panel,
} from 'dashpack';
import { emitFieldConfig } from '../../../src/core/panel/field-config.js';
import { requests } from '../catalog/small-pack.js';
import { context } from './context.js';

const query = sum(rate(requests()));

/** The field options that are there. */
function defaultsOf(panel: Panel<string, string>, unit?: string): unknown {
  const config = emitFieldConfig(panel, { ...context, unit });
  const { defaults } = config as { readonly defaults: Readonly<Record<string, unknown>> };
  return Object.fromEntries(Object.entries(defaults).filter(([, value]) => value !== undefined));
}

const green = { mode: 'absolute', steps: [{ color: 'green', value: null }] };
const empty = { type: 'special', options: { match: 'null', result: { color: 'gray', text: 'No data' } } };
const tile = { color: { mode: 'thresholds' }, custom: {}, mappings: [empty], thresholds: green };

test.each([
  ['stat', stat('X', { query }), tile],
  ['gauge', gaugePanel('X', { query }), tile],
  ['bargauge', bargauge('X', { query }), tile],
  ['state timeline', stateTimeline('X', { query }), { color: { mode: 'thresholds' }, custom: {}, thresholds: green }],
  ['timeseries', timeseries('X', { query }), { color: { mode: 'palette-classic' }, custom: {} }],
  ['table', table('X', { query }), { color: { mode: 'palette-classic' }, custom: {} }],
  ['piechart', piechart('X', { query }), { color: { mode: 'palette-classic' }, custom: {} }],
])('%s, where its author says nothing', (_, panel, defaults) => {
  expect(defaultsOf(panel)).toEqual(defaults);
});

test('text has no fields', () => {
  expect(emitFieldConfig(text('X', 'y'), context)).toBeUndefined();
});

test('what its author says', () => {
  const panel = timeseries('X', {
    query,
    decimals: 1,
    min: 0,
    max: 2,
    noValue: '-',
    displayName: 'rate',
    color: 'blue',
    thresholds: { ...thresholds('green', [60, 'yellow'], [120, 'red']), mode: 'percentage' },
    custom: { lineWidth: 3 },
  });
  expect(defaultsOf(panel, 's')).toEqual({
    color: { mode: 'fixed', fixedColor: 'blue' },
    custom: { lineWidth: 3 },
    decimals: 1,
    displayName: 'rate',
    max: 2,
    min: 0,
    noValue: '-',
    thresholds: {
      mode: 'percentage',
      steps: [
        { color: 'green', value: null },
        { color: 'yellow', value: 60 },
        { color: 'red', value: 120 },
      ],
    },
    unit: 's',
  });
});

const states = (low: string, high: string): unknown => ({
  color: { mode: 'thresholds' },
  custom: {},
  mappings: [
    {
      type: 'value',
      options: { 0: { text: low, color: 'red', index: 0 }, 1: { text: high, color: 'green', index: 1 } },
    },
    empty,
  ],
  thresholds: {
    mode: 'absolute',
    steps: [
      { color: 'red', value: null },
      { color: 'green', value: 1 },
    ],
  },
});

test.each([
  ['UP_DOWN', UP_DOWN, states('DOWN', 'UP')],
  ['PRESENT_MISSING', PRESENT_MISSING, states('MISSING', 'PRESENT')],
  ['ACTIVE_INACTIVE', ACTIVE_INACTIVE, states('INACTIVE', 'ACTIVE')],
])('%s: mappings, and their colours as thresholds', (_, meaning, defaults) => {
  expect(defaultsOf(stat('X', { query, states: meaning }))).toEqual(defaults);
});

test('what an empty tile shows is gray, in the words of its author, unless its colour is fixed', () => {
  const own = { type: 'special', options: { match: 'null', result: { color: 'gray', text: 'no traffic' } } };
  expect(defaultsOf(stat('X', { query, noValue: 'no traffic' }))).toMatchObject({
    mappings: [own],
    noValue: 'no traffic',
  });
  expect(defaultsOf(stat('X', { query, color: 'blue' }))).not.toHaveProperty('mappings');
});

test('states are ordered by their value, and thresholds that are written win', () => {
  const meaning = {
    10: { text: 'HIGH', color: 'red' },
    [-1]: { text: 'LOW', color: 'blue' },
    0.5: { text: 'MID', color: 'green' },
  };
  const mappings = [
    {
      type: 'value',
      options: {
        '-1': { text: 'LOW', color: 'blue', index: 0 },
        '0.5': { text: 'MID', color: 'green', index: 1 },
        '10': { text: 'HIGH', color: 'red', index: 2 },
      },
    },
    empty,
  ];
  const steps = [
    { color: 'blue', value: null },
    { color: 'green', value: 0.5 },
    { color: 'red', value: 10 },
  ];
  const common = { color: { mode: 'thresholds' }, custom: {}, mappings };
  expect(defaultsOf(stat('X', { query, states: meaning }))).toEqual({
    ...common,
    thresholds: { mode: 'absolute', steps },
  });
  expect(defaultsOf(stat('X', { query, states: meaning, thresholds: thresholds('grey') }))).toEqual({
    ...common,
    thresholds: { mode: 'absolute', steps: [{ color: 'grey', value: null }] },
  });
});

test('overrides, property by property', () => {
  const panel = timeseries('X', {
    query,
    overrides: [
      override('a', {
        unit: 's',
        decimals: 2,
        min: 0,
        max: 1,
        noValue: '-',
        displayName: 'A',
        description: 'What it is.',
        color: 'red',
        thresholds: thresholds('green'),
        custom: { lineWidth: 2, 'hideFrom.legend': true },
      }),
      override({ id: 'byFrameRefID', options: 'B' }, { states: { 0: { text: 'OFF', color: 'red' } } }),
    ],
  });
  expect(emitFieldConfig(panel, context)?.['overrides']).toEqual([
    {
      matcher: { id: 'byName', options: 'a' },
      properties: [
        { id: 'unit', value: 's' },
        { id: 'decimals', value: 2 },
        { id: 'min', value: 0 },
        { id: 'max', value: 1 },
        { id: 'noValue', value: '-' },
        { id: 'displayName', value: 'A' },
        { id: 'description', value: 'What it is.' },
        { id: 'color', value: { mode: 'fixed', fixedColor: 'red' } },
        { id: 'thresholds', value: green },
        { id: 'custom.lineWidth', value: 2 },
        { id: 'custom.hideFrom.legend', value: true },
      ],
    },
    {
      matcher: { id: 'byFrameRefID', options: 'B' },
      properties: [
        { id: 'mappings', value: [{ type: 'value', options: { 0: { text: 'OFF', color: 'red', index: 0 } } }] },
      ],
    },
  ]);
});
