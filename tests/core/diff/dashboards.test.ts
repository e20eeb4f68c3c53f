import { expect, test } from 'vitest';
import { emptySide } from '../../../src/core/diff/side.js';
import type { JsonObject } from '../../../src/core/model/json.js';
import { panel, printed, sideOf, web } from './sides.js';

const up = panel(1, 'Up', 'up');
const variable = (more: JsonObject): JsonObject => ({
  templating: { list: [{ name: 'job', type: 'query', query: 'label_values(up, job)', hide: 0, ...more }] },
});

test.each<[string, JsonObject, JsonObject, readonly string[]]>([
  ['a time range', {}, { time: { from: 'now-1h', to: 'now' } }, ['    time range: + now-1h to now']],
  ['a refresh', { refresh: '5s' }, { refresh: '1m' }, ['    refresh: 5s → 1m']],
  ['a variable that hides', variable({}), variable({ hide: 2 }), ['    variable "job", in the bar: shown → hidden']],
  [
    'a variable that offers something else',
    variable({}),
    variable({ query: 'label_values(up, instance)' }),
    ['    variable "job", values: label_values(up, job) → label_values(up, instance)'],
  ],
  ['a variable with another name', variable({}), variable({ name: 'task' }), ['    variable renamed: "job" → "task"']],
  ['a variable', {}, variable({}), ['    variable "job": + query: label_values(up, job)']],
  [
    'an annotation',
    {},
    { annotations: { list: [{ name: 'Restarts', expr: 'changes(up[5m]) > 0' }] } },
    ['    annotation "Restarts": + changes(up[5m]) > 0'],
  ],
  [
    'a link',
    { links: [{ title: 'Home', url: '/d/a' }] },
    { links: [{ title: 'Home', url: '/d/b' }] },
    ['    link "Home": /d/a → /d/b'],
  ],
  ['a version', { version: 1 }, { version: 2 }, ['    also changed, which no viewer sees: version']],
])('says of %s', (_name, before, after, lines) => {
  const side = (more: JsonObject) => sideOf(web([up], more));
  expect(printed(side(before), side(after))).toEqual(['dashboard "Web" (web)', ...lines]);
});

test('says of rows that came, and of panels that stand in another one', () => {
  const row = (id: number, title: string, y: number): JsonObject => ({
    id,
    title,
    type: 'row',
    gridPos: { x: 0, y, w: 24, h: 1 },
  });
  const at = (y: number): JsonObject => ({ ...up, gridPos: { x: 0, y, w: 8, h: 4 } });
  expect(
    printed(sideOf(web([row(5, 'State', 0), at(1)])), sideOf(web([row(5, 'Now', 0), row(6, 'Flow', 1), at(2)]))),
  ).toEqual([
    'dashboard "Web" (web)',
    '    row renamed: "State" → "Now"',
    '    row "Flow": + open',
    '    1 panel moved into the row "Flow": "Up"',
  ]);
});

test('a dashboard on one side alone is one line', () => {
  expect(printed(emptySide, sideOf(web([up])))).toEqual(['+ dashboard "Web" (web) added: 1 panel']);
  expect(printed(sideOf(web([up])), emptySide)).toEqual(['- dashboard "Web" (web) removed: 1 panel']);
});
