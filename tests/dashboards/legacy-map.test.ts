import { expect, test } from 'vitest';
import { runScript, writeTree } from '../meta/tree.js';

const panel = {
  id: 2,
  type: 'stat',
  title: 'Errors',
  gridPos: { x: 0, y: 1, w: 6, h: 4 },
  datasource: { uid: 'here' },
  description: 'How many.',
  targets: [{ refId: 'A', expr: 'sum(rate(errors_total[5m]))', legendFormat: 'errors', instant: true }],
  fieldConfig: {
    defaults: {
      unit: 's',
      decimals: 1,
      mappings: [{ type: 'value', options: { 0: { text: 'DOWN' } } }],
      thresholds: {
        steps: [
          { color: 'green', value: null },
          { color: 'red', value: 1 },
        ],
      },
      links: [{ title: 'Details', url: '/d/details?var-metric=errors_total' }],
    },
  },
  options: { colorMode: 'value' },
};

const dashboard = {
  uid: 'a',
  title: 'A',
  tags: ['one'],
  refresh: '10s',
  time: { from: 'now-30m', to: 'now' },
  panels: [{ id: 1, type: 'row', title: 'Row', gridPos: { x: 0, y: 0, w: 24, h: 1 } }, panel],
  templating: { list: [{ name: 'mode', type: 'custom', query: 'x,y', current: { value: 'x' } }] },
  links: [{ title: 'Home', url: '/d/home', targetBlank: false, keepTime: true, includeVars: true }],
  annotations: {
    list: [{ name: 'Marks', expr: 'errors_total > 0', enable: true, iconColor: 'red', datasource: { uid: 'here' } }],
  },
};

type Json = Readonly<Record<string, unknown>>;

/** The dashboard, with a part replaced: `with('panels.1.title', 'Other')`; undefined takes it away. */
function changed(path: string, value: unknown, from: Json = dashboard): Json {
  const copy = structuredClone(from);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Record<string, unknown>>((inner, key) => inner[key] as Record<string, unknown>, copy);
  if (value === undefined && Array.isArray(holder)) holder.splice(Number(last), 1);
  else if (value === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = value;
  return copy;
}

const page = (...lines: readonly string[]): string =>
  ['## A: `a`', '', '| subject | legacy | now |', '| --- | --- | --- |', ...lines.map((line) => `| ${line} |`)].join(
    '\n',
  );
const general = (...ids: readonly string[]): string =>
  [
    '## Everywhere',
    '',
    '| id | legacy | now |',
    '| --- | --- | --- |',
    ...ids.map((id) => `| ${id} | x | y |`),
    '',
  ].join('\n');

function map(sides: { readonly legacy?: Json; readonly now?: Json; readonly corrections?: string }) {
  const folder = writeTree({
    'legacy/a.json': JSON.stringify(sides.legacy ?? dashboard),
    'generated/x/a.json': JSON.stringify(sides.now ?? dashboard),
    'corrections.md': sides.corrections ?? '',
  });
  const files = ['legacy', '--generated', 'generated', '--corrections', 'corrections.md'];
  const { code, printed } = runScript('legacy-map.mjs', files, folder);
  return { code, lost: printed.split('\n').filter((line) => line.startsWith('lost: ')), printed };
}

test('a dashboard that is as it was loses nothing', () => {
  const { code, printed } = map({});
  expect(code).toBe(0);
  expect(printed).toContain('nothing is lost in 1 dashboards');
  expect(printed).toMatch(/^a +1 = 1 \+ 0 +1 = 1 \+ 0 \+ 0 +1 = 1 \+ 0 +1 = 1 \+ 0 +1 = 1 \+ 0 +1 = 1 \+ 0$/m);
});

const target = 'panels.1.targets.0';
const defaults = 'panels.1.fieldConfig.defaults';

/** What is lost, the part that differs, what it is now, and the subject and the words that a correction of it needs. */
const losses = [
  ['a panel', 'panels.1', undefined, 'panel "Errors"', ''],
  ['a title', 'panels.1.title', 'Other', 'panel "Errors"', 'panel "Other"'],
  ['a visualisation', 'panels.1.type', 'table', 'panel "Errors"', 'a table'],
  ['a row', 'panels.0', undefined, 'row "Row"', ''],
  ['a place in a row', 'panels.0.gridPos.y', 9, 'panel "Errors"', 'before the row'],
  ['a size', 'panels.1.gridPos.w', 7, 'panel "Errors"', 'the width'],
  ['a description', 'panels.1.description', 'Other', 'panel "Errors"', 'the description'],
  ['a unit', `${defaults}.unit`, 'ms', 'panel "Errors"', 'the unit'],
  ['a mapping', `${defaults}.mappings`, [], 'panel "Errors"', 'the mappings'],
  ['a threshold', `${defaults}.thresholds.steps.1.value`, 2, 'panel "Errors"', 'the thresholds'],
  ['a colour', `${defaults}.thresholds.steps.0.color`, 'red', 'panel "Errors"', 'the colours'],
  ['a field option', `${defaults}.decimals`, 2, 'panel "Errors"', 'the decimals'],
  ['a panel option', 'panels.1.options.colorMode', 'none', 'panel "Errors"', 'the colorMode'],
  ['a data link', `${defaults}.links`, [], 'panel "Errors"', 'the link'],
  ['a data link’s target', `${defaults}.links.0.url`, '/d/other?var-metric=errors_total', 'panel "Errors"', 'the link'],
  ['a data link’s value', `${defaults}.links.0.url`, '/d/details', 'panel "Errors"', 'the link'],
  ['a query', target, undefined, 'panel "Errors" query A', ''],
  ['an expression', `${target}.expr`, 'sum(rate(errors_total[1m]))', 'panel "Errors" query A', ''],
  ['a legend', `${target}.legendFormat`, 'all', 'panel "Errors" query A', 'the legend'],
  ['the kind of query', `${target}.instant`, false, 'panel "Errors" query A', 'over the time range'],
  ['a format', `${target}.format`, 'table', 'panel "Errors" query A', 'the format'],
  ['a datasource', 'panels.1.datasource.uid', 'there', 'panel "Errors" query A', 'the datasource'],
  ['a variable', 'templating.list.0', undefined, 'variable "mode"', ''],
  ['a variable’s values', 'templating.list.0.query', 'x', 'variable "mode"', ''],
  ['a variable’s value', 'templating.list.0.current.value', 'y', 'variable "mode"', ''],
  ['a link', 'links.0', undefined, 'link "Home"', ''],
  ['a link’s target', 'links.0.url', '/d/other', 'link "Home"', ''],
  ['a link’s time range', 'links.0.keepTime', false, 'link "Home"', ''],
  ['an annotation', 'annotations.list.0', undefined, 'annotation "Marks"', ''],
  ['an annotation’s query', 'annotations.list.0.expr', 'errors_total > 1', 'annotation "Marks"', ''],
  ['an annotation’s colour', 'annotations.list.0.iconColor', 'blue', 'annotation "Marks"', ''],
  ['the title', 'title', 'B', 'dashboard', ''],
  ['the tags', 'tags', [], 'dashboard', ''],
  ['the refresh', 'refresh', '1m', 'dashboard', ''],
  ['the time range', 'time.from', 'now-1h', 'dashboard', ''],
] as const;

test.each(losses)('%s that differs is a loss, and a correction explains it', (_, path, value, subject, words) => {
  const now = changed(path, value);
  expect(map({ now })).toMatchObject({
    code: 1,
    lost: expect.arrayContaining([expect.stringContaining(subject.replace(/ query A$/, ''))]),
  });
  // Where a row goes, its panels move.
  const moved = path === 'panels.0' ? ['panel "Errors" | x | stands in no row'] : [];
  expect(map({ now, corrections: page(`${subject} | wrong | ${words}`, ...moved) }).lost).toEqual([]);
});

test.each([
  ['panel', 'panels.2', { ...panel, id: 3, title: 'More', gridPos: { x: 6, y: 1, w: 6, h: 4 } }, 'panel "More"'],
  ['query', `panels.1.targets.1`, { refId: 'B', expr: 'vector(1)' }, 'panel "Errors" query B'],
  ['data link', `${defaults}.links.1`, { title: 'More', url: '/d/more' }, 'the data link "More"'],
  ['row', 'panels.2', { id: 3, type: 'row', title: 'More', gridPos: { x: 0, y: 9, w: 24, h: 1 } }, 'row "More"'],
  ['variable', 'templating.list.1', { name: 'more', type: 'custom', query: 'x' }, 'variable "more"'],
  ['link', 'links.1', { title: 'More', url: '/d/more' }, 'link "More"'],
  ['annotation', 'annotations.list.1', { name: 'More', expr: 'x' }, 'annotation "More"'],
])('a new %s needs a correction that names it', (_, path, value, named) => {
  const now = changed(path, value);
  expect(map({ now }).lost).toEqual([expect.stringContaining(named.replace(' query B', ''))]);
});

test.each([
  ['of a query does not explain a threshold', 'panel "Errors" query A | wrong | right'],
  ['must say something of what it explains', 'panel "Errors" | wrong | right'],
  ['of another row does not explain it', 'panel "Errors" in row "Other" | wrong | thresholds'],
])('a correction %s', (_, line) => {
  const { lost } = map({ now: changed(`${defaults}.thresholds.steps.1.value`, 2), corrections: page(line) });
  expect(lost).toContainEqual(expect.stringContaining('thresholds: "green red@1" is now "green red@2"'));
});

test.each([
  ['names nothing of the legacy', 'panel "Gone" | x | y', 'the legacy has no such thing'],
  ['names a query that the panel has not', 'panel "Errors" query B | x | y', 'the legacy has no such thing'],
  ['corrects a variable that is as it was', 'variable "mode" | x | y', 'corrects nothing'],
  ['corrects a panel that is as it was', 'panel "Errors" | x | y', 'corrects nothing'],
  ['has no subject', 'the panel | x | y', 'is no subject of a correction'],
])('a correction that %s is stale', (_, line, message) => {
  expect(map({ corrections: page(line) }).lost).toEqual([expect.stringContaining(message)]);
});

const quantile = 'histogram_quantile(0.95, sum by (le) (rate(latency_bucket[5m])))';

/** A general correction, a query of the legacy, and what it becomes. */
const rewrites = [
  ['G1', 'sum(a) or on() vector(0)', '(sum(a) or vector(0)) and on () up{job="x"} == 1'],
  ['G1', 'count(ALERTS) or on() vector(0)', '(count(ALERTS) or vector(0)) and on () x:rules_loaded'],
  ['G2', `${quantile} or on() vector(0)`, quantile],
  ['G2', 'topk(6, a) OR on(b) label_replace(vector(0), "b", "none", "", "")', 'topk(6, a)'],
  ['G3', '((absent(a) OR on() vector(0)))', 'clamp_max(count(a), 1) or absent(a) * 0'],
  ['G4', 'sum(a) / clamp_min(sum(b), 1e-9)', '(sum(a) or sum(b) * 0) / (sum(b) > 0)'],
  ['G4', 'sum(a) / sum(b)', '(sum(a) or sum(b) * 0) / (sum(b) > 0)'],
  ['G5', quantile, `${quantile} >= 0`],
  ['G5', 'sum(a) / sum(b)', 'sum(a) / sum(b) > -Inf'],
] as const;

test.each(rewrites)('%s makes %s into %s, where it is documented', (id, before, after) => {
  const sides = { legacy: changed(`${target}.expr`, before), now: changed(`${target}.expr`, after) };
  expect(map({ ...sides, corrections: general(id) }).lost).toEqual([]);
  expect(map(sides).lost).toEqual([expect.stringContaining(before)]);
});

test.each([
  ['a zero that is just gone', 'sum(a) or on() vector(0)', 'sum(a)'],
  ['a zero while anything at all', 'sum(a) or on() vector(0)', '(sum(a) or vector(0)) and on () a'],
  ['a share of another whole', 'sum(a) / clamp_min(sum(b), 1e-9)', '(sum(a) or sum(c) * 0) / (sum(b) > 0)'],
  ['the presence of another metric', 'absent(a) or on() vector(0)', 'clamp_max(count(b), 1) or absent(a) * 0'],
  ['another window', 'sum(rate(a[$window]))', 'sum(rate(a[$__range]))'],
  ['another variable', 'sum(a{b=~"$b"})', 'sum(a{b=~"$c"})'],
  ['other matchers', 'sum(a{b="c"})', 'sum(a)'],
  ['what does not parse', 'sum(a', 'sum(a)'],
])('%s is another query', (_, before, after) => {
  const sides = { legacy: changed(`${target}.expr`, before), now: changed(`${target}.expr`, after) };
  expect(map({ ...sides, corrections: general('G1', 'G2', 'G3', 'G4', 'G5') }).lost).toContainEqual(
    expect.stringContaining(`query A: ${before}`),
  );
});

test.each([
  ['spaces and parentheses', '((sum( rate(a{b="c",d="e"}[5m]) )))', 'sum(rate(a{b="c", d="e"}[5m]))'],
  ['by behind and before', 'sum(a) by (x,y)', 'sum by (y, x) (a)'],
  ['the case of keywords', 'a OR b', 'a or b'],
])('%s do not make another query', (_, before, after) => {
  const sides = { legacy: changed(`${target}.expr`, before), now: changed(`${target}.expr`, after) };
  expect(map(sides).lost).toEqual([]);
});

test.each([
  ['unknown', 'G99', 'the script does not know it'],
  ['without a use', 'G1', 'explains nothing'],
])('a general correction %s is stale', (_, id, message) => {
  expect(map({ corrections: general(id) }).lost).toEqual([expect.stringContaining(message)]);
});

test('panels without ids, and panels that overlap, are a loss on the new side', () => {
  const now = changed('panels.2', { ...panel, id: 2, title: 'Errors' });
  expect(map({ now }).lost).toContainEqual(
    expect.stringContaining('1 panels without an id of their own, 1 that overlap'),
  );
});

test('a dashboard must be generated, or said to be taken over later', () => {
  const now = changed('uid', 'b');
  expect(map({ now }).lost).toEqual([
    'lost: a: the dashboard is not generated',
    'lost: b: no hand-written dashboard has this uid',
  ]);
  expect(map({ corrections: '## Not here yet\n\n`a`' }).lost).toEqual([
    'lost: a: said to be taken over later, but it is generated',
  ]);
});

test('where there is no dashboard, nothing was compared', () => {
  const folder = writeTree({ 'legacy/a.json': '{}' });
  const { code, printed } = runScript('legacy-map.mjs', ['legacy', '--generated', 'nowhere'], folder);
  expect({ code, printed }).toEqual({
    code: 2,
    printed: expect.stringContaining('there is no dashboard under legacy'),
  });
});
