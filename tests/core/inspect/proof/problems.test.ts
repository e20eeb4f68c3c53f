import { describe, expect, test } from 'vitest';
import { readClassicDashboard } from '../../../../src/core/document/read/classic.js';
import type { JsonObject } from '../../../../src/core/model/json.js';
import type { ReadPanel } from '../../../../src/core/document/read-dashboard.js';
import { parseQuery } from '../../../../src/core/document/read/query.js';
import { legendProblems } from '../../../../src/core/inspect/proof/legend-problems.js';
import { valueProblems } from '../../../../src/core/inspect/proof/value-problems.js';
import { windowProblems } from '../../../../src/core/inspect/proof/window-problems.js';
import { zeroProblems } from '../../../../src/core/inspect/proof/zero-problems.js';

const end = 1000;

function panelOf(json: JsonObject): ReadPanel {
  const [panel] = readClassicDashboard({ panels: [{ type: 'timeseries', title: 'P', ...json }] }, []).panels;
  if (panel === undefined) throw new Error('no panel');
  return panel;
}

function valued(...values: readonly number[]) {
  return [{ labels: {}, points: values.map((value, index) => [end - values.length + 1 + index, value] as const) }];
}

describe('legends', () => {
  const series = [
    { labels: { stage: 'a', mode: 'x' }, points: [] },
    { labels: { stage: 'b', mode: 'x' }, points: [] },
  ];
  test.each([
    ['{{stage}}', 'timeseries', []],
    ['__auto', 'timeseries', []],
    ['', 'timeseries', []],
    ['all', 'table', []],
    ['{{step}}', 'timeseries', ['the legend names the label step, which is not among those that came back']],
    ['{{mode}}', 'timeseries', ['2 series came back, and the legend "{{mode}}" does not tell them apart']],
    ['events', 'timeseries', ['2 series came back, and the legend "events" does not tell them apart']],
  ])('%s in %s', (legend, type, expected) => {
    expect(legendProblems({ type }, { legend, json: {} }, series)).toEqual(expected);
  });
});

describe('values', () => {
  test.each([
    ['percentunit', [0, 1], 0],
    ['percentunit', [0.5, 1.1], 1],
    ['percent', [99], 0],
    ['percent', [101], 1],
    ['s', [-1], 1],
    ['s', [1_800_000_000], 1],
    ['short', [-1], 1],
    ['dateTimeAsIso', [1_800_000_000], 1],
    ['dateTimeAsIso', [1_800_000_000_000], 0],
    ['unknown-unit', [-5], 0],
    [undefined, [Number.NaN], 1],
    ['short', [Number.POSITIVE_INFINITY], 1],
  ])('%s of %j: %i', (unit, values, wrong) => {
    expect(valueProblems(valued(...values), unit, panelOf({}), undefined)).toHaveLength(wrong);
  });

  test('a panel whose axis reaches further expects such values', () => {
    const panel = panelOf({ fieldConfig: { defaults: { min: -10, max: 2 } } });
    expect(valueProblems(valued(-5), 's', panel, undefined)).toEqual([]);
    expect(valueProblems(valued(1.5), 'percentunit', panel, undefined)).toEqual([]);
  });

  test('a range that was declared replaces that of the unit', () => {
    expect(valueProblems(valued(-5), 'short', panelOf({}), { low: -10, high: 10 })).toEqual([]);
    expect(valueProblems(valued(11), 'short', panelOf({}), { low: -10, high: 10 })).toEqual([
      'a value that came back is 11, and -10 to 10 is what is declared',
    ]);
  });
});

test.each([
  ['rate(x[15s])', 0],
  ['rate(x[14s])', 1],
  ['rate(x[14s]) + rate(x[10s])', 2],
  ['max_over_time(rate(x[15s])[10s:1s])', 0],
])('%s, on a server with an interval of 5 s: %i windows are too short', (expr, count) => {
  const { node } = parseQuery(expr);
  expect(node === undefined ? undefined : windowProblems(node, undefined, 5)).toHaveLength(count);
});

describe('a 0 of what is dead', () => {
  const stat = { type: 'stat' };
  const down = { fieldConfig: { defaults: { mappings: [{ type: 'value', options: { 0: { text: 'DOWN' } } }] } } };
  const safe = { fieldConfig: { defaults: { mappings: [{ type: 'value', options: { 0: { text: 'SAFE' } } }] } } };
  const old = [{ labels: {}, points: [[end - 600, 0]] as const }];
  test.each([
    ['a 0', stat, valued(0), 1],
    ['a number', stat, valued(0, 3), 0],
    ['a 0 that is called DOWN', { ...stat, ...down }, valued(0), 0],
    ['a 0 that is called SAFE', { ...stat, ...safe }, valued(0), 1],
    ['the last value of a tile, however old', stat, old, 1],
    ['a graph that has ended', {}, old, 0],
    ['a graph that goes on', {}, valued(0, 0), 1],
  ])('%s', (_what, panel, series, wrong) => {
    expect(zeroProblems(panelOf(panel), series, end)).toHaveLength(wrong);
  });
});
