import { expect, test } from 'vitest';
import { nanWhenIdle } from '../../../../src/core/promql/analyze/nan-when-idle.js';
import { parse } from '../../../../src/core/promql/read/parse.js';
import { print } from '../../../../src/core/promql/print.js';

test.each<[query: string, ...found: string[]]>([
  ['rate(a[5m]) / rate(b[5m])', 'rate(a[5m]) / rate(b[5m])'],
  ['100 * sum(rate(a[5m])) / sum(rate(b[5m]))', '100 * sum(rate(a[5m])) / sum(rate(b[5m]))'],
  ['1 - a / sum(increase(b[1h]))', 'a / sum(increase(b[1h]))'],
  ['a % rate(b[5m])', 'a % rate(b[5m])'],
  ['a / (rate(b[5m]) + rate(c[5m]))', 'a / (rate(b[5m]) + rate(c[5m]))'],
  ['a / (rate(b[5m]) or vector(0))', 'a / (rate(b[5m]) or vector(0))'],
  ['a / (b * 0)', 'a / (b * 0)'],
  ['a / clamp_min(rate(b[5m]), 0)', 'a / clamp_min(rate(b[5m]), 0)'],
  ['max_over_time((a / rate(b[5m]))[1h:])', 'a / rate(b[5m])'],
  ['sum(a / rate(b[5m])) > 0', 'a / rate(b[5m])'],
  ['histogram_quantile(0.9, sum by (le) (rate(a[5m])))', 'histogram_quantile(0.9, sum by (le) (rate(a[5m])))'],
  [
    'histogram_quantile(0.9, rate(a[5m])) / rate(b[5m])',
    'histogram_quantile(0.9, rate(a[5m])) / rate(b[5m])',
    'histogram_quantile(0.9, rate(a[5m]))',
  ],
  ['a / rate(b[5m]) > bool 0', 'a / rate(b[5m])'],
  ['(a / rate(b[5m])) and rate(c[5m]) > 0', 'a / rate(b[5m])'],
  // NaN differs from every number.
  ['a / rate(b[5m]) != 0', 'a / rate(b[5m])'],
  // What lets the 0 through.
  ['a / (rate(b[5m]) != 1)', 'a / (rate(b[5m]) != 1)'],
  ['a / (rate(b[5m]) == 0)', 'a / (rate(b[5m]) == 0)'],
  ['a / (rate(b[5m]) < 5)', 'a / (rate(b[5m]) < 5)'],
  // What keeps the 0 out, or drops the NaN.
  ['a / (rate(b[5m]) < 0)'],
  ['a / (rate(b[5m]) > 0)'],
  ['a / (rate(b[5m]) != 0)'],
  ['a / clamp_min(rate(b[5m]), 1)'],
  ['a / rate(b[5m]) > 0.5'],
  ['histogram_quantile(0.9, rate(a[5m])) >= 0'],
  ['(a / rate(b[5m])) and rate(b[5m]) > 0'],
  // What is not known to be 0.
  ['a / b'],
  ['a / 1024'],
  ['rate(a[5m]) / count(b)'],
  ['rate(a[5m]) / scalar(b)'],
  ['a / $factor'],
  ['rate(a[5m]) * rate(b[5m])'],
])('%s', (query, ...found) => {
  expect(nanWhenIdle(parse(query)).map(print)).toEqual(found);
});
