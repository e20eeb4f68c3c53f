import { expect, test } from 'vitest';
import type { JsonPath } from '../../../../src/core/document/json-path.js';
import { readDocument } from '../../../../src/core/document/read/read-document.js';

/** The text that a path and a range lead to. */
async function textAt(
  text: string,
  path: JsonPath,
  range?: { from: number; to: number },
  file = 'a.json',
): Promise<string> {
  const { locate } = await readDocument({ file, text });
  const { line, column, endLine, endColumn } = locate(path, range);
  const lines = text.split('\n');
  if (line === endLine) return (lines[line - 1] ?? '').slice(column - 1, endColumn - 1);
  return [
    (lines[line - 1] ?? '').slice(column - 1),
    ...lines.slice(line, endLine - 1),
    (lines[endLine - 1] ?? '').slice(0, endColumn - 1),
  ].join('\n');
}

/** The range of a word in a query. */
function rangeOf(query: string, word: string): { from: number; to: number } {
  const from = query.indexOf(word);
  return { from, to: from + word.length };
}

const json = `{
  "title": "T", "panels" : [ {"id": 1},
  {"id": -1.5e3, "tit\\u006ce": "a \\"b\\" \\u00e9\\n\\\\ c", "title": "last", "none": null} ],
  "empty": []
}`;

test.each([
  ['a value', ['title'], undefined, '"T"'],
  ['a number', ['panels', 1, 'id'], undefined, '-1.5e3'],
  ['null', ['panels', 1, 'none'], undefined, 'null'],
  ['an object: its bracket', ['panels', 0], undefined, '{'],
  ['the last of two with one name', ['panels', 1, 'title'], undefined, '"last"'],
  ['what is not there: the nearest', ['panels', 0, 'gridPos', 'x'], undefined, '{'],
  ['an item that is not there', ['empty', 3], undefined, '['],
  ['a key where a list is', ['panels', 'x'], undefined, '['],
  ['a part of a text', ['panels', 1, 'title'], { from: 1, to: 3 }, 'as'],
  ['a part that is too long', ['title'], { from: 0, to: 99 }, 'T'],
  ['nothing at all', [], undefined, '{'],
])('JSON: %s', async (_, path, range, text) => {
  expect(await textAt(json, path, range)).toBe(text);
});

const query = 'sum(rate(a{b="c é"}[5m]))\n/ d{e=~"f\\\\.g"} + h';
const dashboard = { title: 'T', panels: [{ targets: [{ expr: query }] }] };
const path: JsonPath = ['panels', 0, 'targets', 0, 'expr'];
const compact = JSON.stringify(dashboard);
const pretty = JSON.stringify(dashboard, null, 2);
const indent = (text: string): string => text.replaceAll(/^/gm, '    ');
const configMap = (data: string): string => `kind: ConfigMap\nmetadata: {name: x}\ndata:\n  a.json: ${data}\n`;
const inData: JsonPath = ['data', 'a.json', ...path];
const embedded: readonly (readonly [string, string, JsonPath, string])[] = [
  ['JSON', pretty, path, 'a.json'],
  ['escaped JSON', compact.replaceAll('é', '\\u00e9'), path, 'a.json'],
  ['a text in JSON', JSON.stringify({ kind: 'ConfigMap', data: { 'a.json': pretty } }), inData, 'a.json'],
  [
    'a text in a text in JSON',
    JSON.stringify({
      kind: 'ConfigMap',
      data: { 'b.json': JSON.stringify({ kind: 'ConfigMap', data: { 'a.json': compact } }) },
    }),
    ['data', 'b.json', ...inData],
    'a.json',
  ],
  ['a literal block', configMap(`|-\n${indent(pretty)}`), inData, 'a.yaml'],
  ['a literal block of Windows', configMap(`|-\n${indent(pretty)}`).replaceAll('\n', '\r\n'), inData, 'a.yaml'],
  ['a folded block', configMap(`>\n${indent(pretty)}`), inData, 'a.yaml'],
  ['single quotes', configMap(`'${compact.replaceAll("'", "''")}'`), inData, 'a.yaml'],
  ['double quotes', configMap(JSON.stringify(pretty)), inData, 'a.yaml'],
  ['YAML itself', `title: T\npanels:\n- targets:\n  - expr: |\n${indent(indent(query))}\n`, path, 'a.yaml'],
  [
    'the second document',
    `a: 1\n---\ntitle: T\npanels: [{targets: [{expr: ${JSON.stringify(query)}}]}]\n`,
    [1, ...path],
    'a.yaml',
  ],
  ['behind an alias', `x: &t {expr: ${JSON.stringify(query)}}\ntitle: T\npanels: [{targets: [*t]}]\n`, path, 'a.yaml'],
  [
    'behind a merge',
    `x: &t {expr: ${JSON.stringify(query)}}\ntitle: T\npanels: [{targets: [{<<: *t, refId: A}]}]\n`,
    path,
    'a.yaml',
  ],
];

test.each(embedded)('a word of a query in %s', async (_, text, at, file) => {
  expect(await textAt(text, at, rangeOf(query, 'sum(rate'), file)).toBe('sum(rate');
  expect(await textAt(text, at, rangeOf(query, ' + h'), file)).toBe(' + h');
  expect(await textAt(text, at, rangeOf(query, '5m'), file)).toBe('5m');
  expect(await textAt(text, at, rangeOf(query, 'd'), file)).toBe('d');
});

test.each([
  ['plain', 'up{job="a"} == 0'],
  ['plain over lines', 'up{job="a"}\n          == 0'],
  ['quoted', '\'up{job="a"} == 0\''],
  ['folded', '>-\n          up{job="a"}\n          == 0'],
])('a rule in YAML: %s', async (_, expr) => {
  const text = `# é\ngroups:\n  - name: g\n    rules:\n      - alert: A\n        expr: ${expr}\n`;
  const at: JsonPath = ['groups', 0, 'rules', 0, 'expr'];
  expect(await textAt(text, at, { from: 3, to: 6 }, 'a.yaml')).toBe('job');
  expect(await textAt(text, at, { from: 12, to: 16 }, 'a.yaml')).toBe('== 0');
});

test('a million panels are no matter', async () => {
  const text = `{"panels": [${'{"id": 1}, '.repeat(1_000_000)}{"id": 7}]}`;
  const { locate } = await readDocument({ file: 'a.json', text });
  // Each in the time that one takes: to look through the text for each would not end.
  for (let index = 0; index < 10_000; index += 1) locate(['panels', index, 'id']);
  expect(locate(['panels', 1_000_000, 'id']).column).toBe(text.length - 3);
});
