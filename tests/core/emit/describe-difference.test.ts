import { describe, expect, test } from 'vitest';
import { describeChange } from '../../../src/core/emit/describe-change.js';
import { describeDifference } from '../../../src/core/emit/describe-difference.js';
import type { JsonObject, Json } from '../../../src/core/model/json.js';
import { serialiseJson } from '../../../src/core/emit/serialise.js';

function panel(id: number, title: string, more: JsonObject = {}): JsonObject {
  return {
    id,
    title,
    type: 'timeseries',
    gridPos: { x: 0, y: id, w: 12, h: 8 },
    targets: [{ refId: 'A', expr: 'up' }],
    ...more,
  };
}

function dashboard(panels: readonly Json[], more: JsonObject = {}): JsonObject {
  return { uid: 'x', refresh: '10s', templating: { list: [] }, panels, ...more };
}

function query(expr: string): JsonObject {
  return { targets: [{ refId: 'A', expr }] };
}

function variables(...list: readonly JsonObject[]): JsonObject {
  return { templating: { list } };
}

const [a, b, c] = [panel(1, 'A'), panel(2, 'B'), panel(3, 'C')];
const longQuery = (window: string): string =>
  `sum by (job) (rate(peak_trade_decisions_total{mode=~"$mode"}[${window}])) / 60 + 1000000`;

describe('describeDifference', () => {
  test.each<[name: string, before: Json, after: Json, lines: readonly string[]]>([
    ['nothing', dashboard([a]), dashboard([a]), []],
    ['a setting', dashboard([a]), dashboard([a], { refresh: '5s' }), ['refresh: "10s" → "5s"']],
    ['a new setting', dashboard([]), dashboard([], { tags: ['x'] }), ['tags added: ["x"]']],
    ['a removed setting', dashboard([], { tags: ['x'] }), dashboard([]), ['tags removed: ["x"]']],
    [
      'a query',
      dashboard([panel(123, 'Reject reasons (5m)', query('up'))]),
      dashboard([panel(123, 'Reject reasons (5m)', query('sum(up)'))]),
      ['panel "Reject reasons (5m)" (id 123): targets[0].expr: "up" → "sum(up)"'],
    ],
    [
      'a long query',
      dashboard([panel(1, 'A', query(longQuery('5m')))]),
      dashboard([panel(1, 'A', query(longQuery('1h')))]),
      [
        'panel "A" (id 1): targets[0].expr: "…otal{mode=~"$mode"}[5m])) / 60 + 1000000" → "…otal{mode=~"$mode"}[1h])) / 60 + 1000000"',
      ],
    ],
    ['a title', dashboard([a]), dashboard([panel(1, 'New')]), ['panel "New" (id 1): title: "A" → "New"']],
    [
      'a second target',
      dashboard([a]),
      dashboard([panel(1, 'A', { targets: [{ refId: 'A', expr: 'up' }, { refId: 'B' }] })]),
      ['panel "A" (id 1): targets[1] added: {"refId":"B"}'],
    ],
    ['a new panel', dashboard([a, c]), dashboard([a, b, c]), ['panel "B" (id 2) added']],
    ['a removed panel', dashboard([a, b, c]), dashboard([a, c]), ['panel "B" (id 2) removed']],
    [
      'another order',
      dashboard([a, b, c]),
      dashboard([a, c, b]),
      ['order: panel "B" (id 2), panel "C" (id 3) → panel "C" (id 3), panel "B" (id 2)'],
    ],
    [
      'a moved panel',
      dashboard([a]),
      dashboard([{ ...a, gridPos: { x: 12, y: 1, w: 12, h: 8 } }]),
      ['panel "A" (id 1): gridPos.x: 0 → 12'],
    ],
    [
      'a wider panel',
      dashboard([a]),
      dashboard([{ ...a, gridPos: { x: 0, y: 1, w: 24, h: 8 } }]),
      ['panel "A" (id 1): gridPos.w: 12 → 24'],
    ],
    [
      'many moved panels',
      dashboard([a, b, c, panel(4, 'D')]),
      dashboard(
        [1, 2, 3, 4].map((id) => ({ ...panel(id, 'ABCD'.charAt(id - 1)), gridPos: { x: 0, y: id + 9, w: 12, h: 8 } })),
      ),
      ['4 panels moved: panel "A" (id 1), panel "B" (id 2), panel "C" (id 3), …'],
    ],
    [
      'a panel that goes into a collapsed row',
      dashboard([{ id: 9, type: 'row', title: 'Flow', panels: [] }, a]),
      dashboard([{ id: 9, type: 'row', title: 'Flow', panels: [a] }]),
      ['panel "A" (id 1): row: null → "Flow"'],
    ],
    [
      'a panel in a collapsed row',
      dashboard([{ id: 9, type: 'row', title: 'Flow', panels: [a] }]),
      dashboard([{ id: 9, type: 'row', title: 'Flow 2', panels: [{ ...a, type: 'stat' }] }]),
      [
        'row "Flow 2" (id 9): title: "Flow" → "Flow 2"',
        'panel "A" (id 1): type: "timeseries" → "stat"',
        'panel "A" (id 1): row: "Flow" → "Flow 2"',
      ],
    ],
    [
      'panels without ids',
      dashboard([{ title: 'x' }, a, a]),
      dashboard([{ title: 'y' }, a, { ...a, type: 'stat' }]),
      ['panel "y" (#1): title: "x" → "y"', 'panel "A" (#3): type: "timeseries" → "stat"'],
    ],
    [
      'variables',
      dashboard([], variables({ name: 'mode', query: '1' }, { name: 'old' }, { name: 'run' })),
      dashboard([], variables({ name: 'run' }, { name: 'mode', query: '2' }, { name: 'new' })),
      [
        'variable "old" removed',
        'variable "mode": query: "1" → "2"',
        'variable "new" added',
        'order: variable "mode", variable "run" → variable "run", variable "mode"',
      ],
    ],
    [
      'an annotation',
      dashboard([]),
      dashboard([], { annotations: { list: [{ name: 'Deploys' }] } }),
      ['annotations added: {}', 'annotation "Deploys" added'],
    ],
    [
      'a file that is no dashboard',
      { a: [1, { b: 1 }] },
      { a: [1, { b: 2 }], c: null },
      ['a[1].b: 1 → 2', 'c added: null'],
    ],
    [
      'a dashboard that became a list',
      dashboard([]),
      [],
      [expect.stringMatching(/^\{"uid":"x",.*… → \[\]$/) as string],
    ],
  ])('%s', (_name, before, after, lines) => {
    expect(describeDifference(before, after)).toEqual(lines);
  });
});

describe('describeChange', () => {
  const generated = serialiseJson(dashboard([a]));

  test.each<[name: string, path: string, onDisk: string, generated: string, lines: readonly string[]]>([
    ['JSON by its meaning', 'x.json', generated.replace('10s', '5s'), generated, ['refresh: "5s" → "10s"']],
    [
      'JSON that is broken',
      'x.json',
      generated.replace('"uid": "x",', '"uid": "x"'),
      generated,
      ['line 3: the file on disk is not JSON: "refresh" is not expected there'],
    ],
    [
      'an empty file',
      'x.json',
      '',
      generated,
      ['line 1: the file on disk is not JSON: the end of the text is not expected there'],
    ],
    [
      'JSON in another form',
      'x.json',
      JSON.stringify({ a: 1 }),
      serialiseJson({ a: 1 }),
      ['the same data, formatted differently; line 1: "{\\"a\\":1}" → "{"'],
    ],
    [
      'line endings',
      'x.json',
      generated.replaceAll('\n', '\r\n'),
      generated,
      ['the same data, formatted differently; line endings: CRLF → LF'],
    ],
    ['YAML by its first line', 'x.yaml', 'a: 1\nb: 2\nc: 3\n', 'a: 1\nb: 3\nc: 4\n', ['line 2: "b: 2" → "b: 3"']],
    ['YAML that ends early', 'x.yml', 'a: 1\n', 'a: 1\nb: 2\n', ['line 2: "" → "b: 2"']],
    ['YAML without its last newline', 'x.yml', 'a: 1', 'a: 1\n', ['line 2: end of file → ""']],
  ])('%s', (_name, path, onDisk, text, lines) => {
    expect(describeChange(path, onDisk, text)).toEqual(lines);
  });

  test('prints 20 lines, and how many there are more', () => {
    const before = serialiseJson(Object.fromEntries(Array.from({ length: 33 }, (_item, index) => [`k${index}`, 1])));
    const lines = describeChange('x.json', before, serialiseJson({}));
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('… and 13 more');
  });
});
