import { describe, expect, test } from 'vitest';
import { readClassicDashboard } from '../../../../src/core/document/read/classic.js';
import type { JsonObject } from '../../../../src/core/model/json.js';
import { interpolate } from '../../../../src/core/inspect/interpolate/interpolate.js';
import { resolveVariables } from '../../../../src/core/inspect/interpolate/resolve-variables.js';
import { readVariableQuery } from '../../../../src/core/inspect/interpolate/variable-query.js';

/** Resolves variables; queries return what `answers` says, by their text with the variables in it replaced. */
async function resolve(list: readonly JsonObject[], answers: Readonly<Record<string, readonly string[]>> = {}) {
  const { variables } = readClassicDashboard({ templating: { list } }, []);
  const asked: string[] = [];
  const scope = await resolveVariables(variables, {
    range: 21_600,
    datasource: ({ current }) => current[0],
    ask: async (variable, known) => {
      const { text } = interpolate(variable.query ?? '', known);
      asked.push(text);
      return answers[text];
    },
  });
  return { asked, values: Object.fromEntries([...scope].map(([name, { values, text }]) => [name, [text, values]])) };
}

const query = (name: string, text: string, more: JsonObject = {}): JsonObject => ({
  name,
  type: 'query',
  query: { query: text },
  datasource: { type: 'prometheus', uid: 'p' },
  refresh: 1,
  ...more,
});

describe('the value of a variable', () => {
  const returned = { 'label_values(up, job)': ['b', 'a', 'c1'] };
  test.each([
    ['the first that there is', {}, ['b', ['b']]],
    ['what is chosen', { current: { value: 'a' } }, ['a', ['a']]],
    ['the first, where what is chosen is gone', { current: { value: 'z' } }, ['b', ['b']]],
    ['several', { multi: true, current: { value: ['c1', 'a', 'z'] } }, ['c1 + a', ['c1', 'a']]],
    ['All', { includeAll: true, current: { value: '$__all' } }, ['All', ['b', 'a', 'c1']]],
    ['All, where nothing is chosen', { includeAll: true, current: {} }, ['All', ['b', 'a', 'c1']]],
    ['the first in order', { sort: 1 }, ['a', ['a']]],
    ['the last in order', { sort: 2 }, ['c1', ['c1']]],
    ['what its expression cuts out', { regex: '/c(\\d)/' }, ['1', ['1']]],
    ['what its expression names', { regex: '/(?<text>c)(?<value>\\d)/' }, ['1', ['1']]],
    ['what is saved, where it is never asked', { refresh: 0, options: [{ value: 'old' }] }, ['old', ['old']]],
  ] as const)('%s', async (_what, more, expected) => {
    const { values } = await resolve([query('job', 'label_values(up, job)', more)], returned);
    expect(values['job']).toEqual(expected);
  });

  test.each([
    ['custom', { type: 'custom', query: 'a, text : b,c\\,d', includeAll: true }, ['All', ['a', 'b', 'c,d']]],
    ['constant', { type: 'constant', query: 'x' }, ['x', ['x']]],
    ['textbox', { type: 'textbox', query: 'x', current: { value: 'y' } }, ['y', ['y']]],
    ['interval', { type: 'interval', query: '1m,5m', current: { value: '5m' } }, ['5m', ['5m']]],
    [
      'an interval that follows the range',
      { type: 'interval', query: '1m', auto_count: 30, auto_min: '10s', current: { value: '$__auto_interval_v' } },
      ['10m', ['10m']],
    ],
    ['datasource', { type: 'datasource', query: 'prometheus', current: { value: 'p' } }, ['p', ['p']]],
  ] as const)('%s', async (_what, json, expected) => {
    expect((await resolve([{ name: 'v', ...json }])).values['v']).toEqual(expected);
  });

  test('is asked after those that it uses', async () => {
    const { asked, values } = await resolve(
      [query('pod', 'label_values(up{job="$job"}, pod)'), query('job', 'label_values(up, job)')],
      { 'label_values(up, job)': ['web'], 'label_values(up{job="web"}, pod)': ['p1'] },
    );
    expect(asked).toEqual(['label_values(up, job)', 'label_values(up{job="web"}, pod)']);
    expect(values['pod']).toEqual(['p1', ['p1']]);
  });

  test('is found though two use each other', async () => {
    const { values } = await resolve([
      query('a', 'label_values(up{b="$b"}, x)'),
      query('b', 'label_values(up{a="$a"}, x)'),
    ]);
    expect(Object.keys(values).toSorted()).toEqual(['a', 'b']);
  });
});

test.each([
  ['label_values(job)', { kind: 'label values', label: 'job', selector: undefined }],
  ['label_values(up{a="b,c"}, job) ', { kind: 'label values', label: 'job', selector: 'up{a="b,c"}' }],
  ['label_names()', { kind: 'label names', selector: undefined }],
  ['label_names(up)', { kind: 'label names', selector: 'up' }],
  ['metrics(^web_)', { kind: 'metrics', pattern: '^web_' }],
  ['query_result(topk(3, up))', { kind: 'query result', expr: 'topk(3, up)' }],
  ['up{job="web"}', { kind: 'series', selector: 'up{job="web"}' }],
])('the query %s', (text, expected) => {
  expect(readVariableQuery(text)).toEqual(expected);
});
