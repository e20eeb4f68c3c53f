import { describe, expect, test } from 'vitest';
import { builtInVariables } from '../../../../src/core/inspect/interpolate/built-in.js';
import { interpolate } from '../../../../src/core/inspect/interpolate/interpolate.js';
import { singleValue, type Scope, type VariableValue } from '../../../../src/core/inspect/interpolate/scope.js';

const several = (name: string, values: readonly string[], allValue?: string): VariableValue => ({
  name,
  values,
  several: true,
  text: values.length > 1 ? 'All' : (values[0] ?? ''),
  ...(allValue === undefined ? {} : { allValue }),
});

const variables = [
  singleValue('one', 'web'),
  singleValue('quoted', String.raw`a"b\c`),
  singleValue('matcher', 'job="web"'),
  several('single', ['a.b']),
  several('multi', ['a.b', 'c|d']),
  several('all', ['a', 'b'], '.*'),
  several('none', []),
];
const scope: Scope = new Map(variables.map((variable) => [variable.name, variable]));

describe('a use of a variable', () => {
  test.each([
    ['up{job="$one"}', 'up{job="web"}'],
    ['up{job="${one}"}', 'up{job="web"}'],
    ['up{job="[[one]]"}', 'up{job="web"}'],
    ['up{job="$quoted"}', String.raw`up{job="a\"b\\c"}`],
    ['up{$matcher}', 'up{job="web"}'],
    ['up{job=~"$single"}', String.raw`up{job=~"a\\.b"}`],
    ['up{job=~"$multi"}', String.raw`up{job=~"(a\\.b|c\\|d)"}`],
    ['up{job=~"${multi:regex}"}', String.raw`up{job=~"(a\.b|c\|d)"}`],
    ['up{job=~"${multi:pipe}"}', 'up{job=~"a.b|c|d"}'],
    ['up{job=~"${multi:csv}"}', 'up{job=~"a.b,c|d"}'],
    ['up{job=~"[[multi:pipe]]"}', 'up{job=~"a.b|c|d"}'],
    ['${multi:glob}', '{a.b,c|d}'],
    ['${multi:json}', '["a.b","c|d"]'],
    ['${multi:doublequote}', '"a.b","c|d"'],
    ['${multi:singlequote}', "'a.b','c|d'"],
    ['${multi:sqlstring}', "'a.b','c|d'"],
    ['${multi:queryparam}', 'var-multi=a.b&var-multi=c%7Cd'],
    ['${multi:distributed}', 'a.b,multi=c|d'],
    ['${multi:text}', 'All'],
    ['${multi:nonsense}', '{a.b,c|d}'],
    ['up{job=~"$all"}', 'up{job=~".*"}'],
    ['up{job=~"${all:regex}"}', 'up{job=~".*"}'],
    ['${all:text}', 'All'],
    ['label_replace(up, "a", "$1", "b", "(.*)")', 'label_replace(up, "a", "$1", "b", "(.*)")'],
    ['${one}_${one:raw}', 'web_web'],
  ])('%s', (text, expected) => {
    expect(interpolate(text, scope)).toEqual({ text: expected, unknown: [], valueless: [] });
  });

  test('an unknown one stays as it is written', () => {
    expect(interpolate('up{a="$nobody"}', scope)).toEqual({
      text: 'up{a="$nobody"}',
      unknown: ['nobody'],
      valueless: [],
    });
  });

  test('one without values matches nothing but the empty label', () => {
    expect(interpolate('up{a=~"$none"}', scope)).toEqual({ text: 'up{a=~"()"}', unknown: [], valueless: ['none'] });
  });
});

test.each([
  ['$__interval', '30s'],
  ['$__interval_ms', '30000'],
  ['$__rate_interval', '1m'],
  ['${__rate_interval}', '1m'],
  ['$__range', '21600s'],
  ['$__range_s', '21600'],
  ['$__range_ms', '21600000'],
  ['$__from', '1000000'],
  ['$__to', '22600000'],
])("Grafana's own %s", (text, expected) => {
  const own = builtInVariables({ range: { start: 1000, end: 22_600 }, step: 30, scrapeInterval: 15 });
  expect(interpolate(text, own).text).toBe(expected);
});
