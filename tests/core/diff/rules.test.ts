import { expect, test } from 'vitest';
import type { JsonObject } from '../../../src/core/model/json.js';
import type { SideTest } from '../../../src/core/diff/side.js';
import { printed, rulesOf } from './sides.js';

const alert: JsonObject = {
  alert: 'Down',
  expr: 'up == 0',
  for: '5m',
  labels: { severity: 'page' },
  annotations: { summary: 'It is down.' },
};
const firing = (name: string, time: string): SideTest => ({
  file: 't.yml',
  name,
  alerts: ['Down'],
  json: { name, time },
});

test.each<[string, JsonObject, readonly string[]]>([
  ['another time', { for: '2m' }, ['      fires after: 5m → 2m']],
  ['another expression', { expr: 'up{job="web"} == 0' }, ['      expression: up == 0 → up{job="web"} == 0']],
  [
    'another label',
    { labels: { severity: 'warn', team: 'a' } },
    ['      label severity: page → warn', '      label team: + a'],
  ],
  ['another text', { annotations: { summary: 'Down.' } }, ['      annotation summary: It is down. → Down.']],
])('says of %s of an alert', (_name, change, lines) => {
  expect(printed(rulesOf([alert]), rulesOf([{ ...alert, ...change }]))).toEqual([
    'rules rules/web.yml',
    '    alert Down (group web)',
    ...lines,
    '      no test names it',
  ]);
});

test('names the tests of an alert that changed', () => {
  const before = { ...rulesOf([alert]), tests: [firing('a', '5m'), firing('b', '5m'), firing('c', '5m')] };
  const after = {
    ...rulesOf([{ ...alert, for: '2m' }]),
    tests: [firing('a', '2m'), firing('b', '5m'), firing('d', '2m')],
  };
  expect(printed(before, after).slice(3)).toEqual([
    '      test removed: "c"',
    '      test changed: "a"',
    '      test added: "d"',
  ]);
  expect(printed(before, { ...after, tests: before.tests }).slice(3)).toEqual(['      none of its 3 tests changed']);
});

test('an expression that is only written otherwise fires as before', () => {
  expect(printed(rulesOf([alert]), rulesOf([{ ...alert, expr: 'up   ==   0' }]))).toEqual([
    'rules rules/web.yml',
    '    also changed, which no viewer sees: spaces in the expression of a rule',
  ]);
});

test('a rule on one side alone says when it fires', () => {
  expect(printed(rulesOf([]), rulesOf([alert]))).toEqual([
    'rules rules/web.yml',
    '  + alert Down (group web)',
    '      expression: + up == 0',
    '      fires after: + 5m',
    '      no test names it',
  ]);
});
