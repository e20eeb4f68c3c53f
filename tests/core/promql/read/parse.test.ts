import { describe, expect, test } from 'vitest';
import type { Node } from '../../../../src/core/promql/node.js';
import { parse } from '../../../../src/core/promql/read/parse.js';
import { print } from '../../../../src/core/promql/print.js';
import { PromqlSyntaxError, type Place } from '../../../../src/core/promql/syntax-error.js';

describe('trees', () => {
  test('a query with everything in its place', () => {
    expect(parse('topk BY (job) ($n, rate({"a.b", x=~"$run", y!="${run}:1"}[${w}m] offset $o)) > BOOL -1')).toEqual({
      kind: 'binary',
      operator: '>',
      bool: true,
      left: {
        kind: 'aggregate',
        name: 'topk',
        grouping: { by: ['job'] },
        param: { kind: 'variable', name: 'n' },
        expr: {
          kind: 'call',
          name: 'rate',
          args: [
            {
              kind: 'selector',
              metric: 'a.b',
              matchers: [
                { label: 'x', operator: '=~', value: '$run', variable: 'run' },
                { label: 'y', operator: '!=', value: '${run}:1' },
              ],
              range: '${w}m',
              offset: '$o',
            },
          ],
        },
      },
      right: { kind: 'unary', operator: '-', expr: { kind: 'number', value: 1 } },
    });
  });

  test('every node has its place in the text', () => {
    const query = '(a + -b) * sum(c[5m:] offset 1h)';
    const places = new Map<Node, Place>();
    parse(query, places);
    const texts = [...places].map(([node, { from, to }]) => [node.kind, query.slice(from, to)]);
    expect(texts).toEqual([
      ['selector', 'a'],
      ['selector', 'b'],
      ['unary', '-b'],
      ['binary', 'a + -b'],
      ['selector', 'c'],
      ['subquery', 'c[5m:]'],
      ['subquery', 'c[5m:] offset 1h'],
      ['aggregate', 'sum(c[5m:] offset 1h)'],
      ['binary', '(a + -b) * sum(c[5m:] offset 1h)'],
    ]);
  });
});

test.each([
  // Where lezer's grammar differs from Prometheus.
  ['-1 ^ 2', '-(1 ^ 2)'],
  ['a + b offset 5m * c', 'a + b offset 5m * c'],
  ['a - x[5m]', 'a - x[5m]'],
  ['-x offset 5m', '-x offset 5m'],
  ['a + b @ end() ^ c', 'a + b @ end() ^ c'],
  ['x @ end()[5m]', 'x[5m] @ end()'],
  ['a-1-b', 'a - 1 - b'],
  ['a - +b', 'a - b'],
  ['constructor{__proto__="a"}', 'constructor{__proto__="a"}'],
  // Other ways to write the same.
  ['sum(a) by (x, y,)', 'sum by (x, y) (a)'],
  ['SUM BY (on) (a) OR ON (b) c UNLESS d AND e', 'sum by (on) (a) or on (b) c unless d and e'],
  ['a * on (x) group_left b', 'a * on (x) group_left () b'],
  ['((a))', 'a'],
  ['a{}', 'a'],
  ['a # comment\n + # another\n b', 'a + b'],
  ['a[5m # comment\n * 2]', 'a[5m*2]'],
  ['a[ 300 ]', 'a[300]'],
  ['a offset - 5m', 'a offset -5m'],
  ['a @ START()', 'a @ start()'],
  ['a*1. + 0.$d', 'a * 1 + 0.$d'],
  ['1_000 + 0x1F + 017 + 08 + .5 + 1E3 + INF + nan + 1h30m', '1000 + 31 + 15 + 8 + 0.5 + 1000 + Inf + NaN + 5400'],
  // Strings.
  [String.raw`a{x='\'\x41\101\u00e9\U0001F600\a\v'}`, String.raw`a{x="'AAé😀\u0007\u000b"}`],
  [String.raw`a{x='\xc3\xa9\xff'}`, 'a{x="é\ufffd"}'],
  ['a{x=`\\d\n`}', String.raw`a{x="\\d\n"}`],
  ['a{\'b.c\'="d"}', 'a{"b.c"="d"}'],
  // Variables.
  ['$x', '$x'],
  ['${x}', '$x'],
  ['sum($metric)', 'sum($metric)'],
  ['sum(( ${metric:raw} ))', 'sum(${metric:raw})'],
  ['[[metric]]{x="[[y]]"}[[[w]]]', '[[metric]]{x="[[y]]"}[[[w]]]'],
  ['node_${x}_total{$label="a", b_$c!="d"}', 'node_${x}_total{$label="a", b_$c!="d"}'],
  ['$aggregation(a) by ($x)', '$aggregation by ($x) (a)'],
  ['${f}_over_time(a[$w:${s}s] offset -$o)', '${f}_over_time(a[$w:${s}s] offset -$o)'],
  ['a * on ($x) group_left ($y) b', 'a * on ($x) group_left ($y) b'],
  ['label_replace(a, "x", "$1", "y", "(.*)")', 'label_replace(a, "x", "$1", "y", "(.*)")'],
  ['a{$f, x="b", ${g:raw}, y!=$c}', 'a{x="b", y!=$c, $f, ${g:raw}}'],
  ['{$f}[5m]', '{$f}[5m]'],
  ['a @ $t offset -${o}m + a @ -[[t]]', 'a @ $t offset -${o}m + a @ -[[t]]'],
  ['1${zeros} + 0.$d * ${n:raw} + [[n]]', '1${zeros} + 0.$d * ${n:raw} + $n'],
  // What newer versions of Prometheus 3 read.
  ['rate(a[5m] offset 1h smoothed) - a anchored @ 5', 'rate(a[5m] smoothed offset 1h) - a anchored @ 5'],
  ['a / on (x) FILL(0) b + fill_right(-1) fill_left(2) c', 'a / on (x) fill (0) b + fill_left (2) fill_right (-1) c'],
  ['a </ 1 * 2 > b >/ 0.5', 'a </ 1 * 2 > b >/ 0.5'],
])('%s', (query, printed) => {
  expect(print(parse(query))).toBe(printed);
});

test.each([
  ['', 'the query is empty', '\n^'],
  ['# only this', 'the query is empty', '# only this\n           ^'],
  ['a b', 'unexpected "b"', 'a b\n  ^'],
  ['sum(\n  a +\n)', 'unexpected ")"', ')\n^'],
  ['a + $', 'unexpected "$"', 'a + $\n    ^'],
  ['rate(a[5m]', 'unexpected end of the query: a closing ")" is missing', 'rate(a[5m]\n          ^'],
  ['a{x="b"', 'unexpected end of the query: a closing "}" is missing', 'a{x="b"\n       ^'],
  ['a[5m', 'unexpected end of the query: a closing "]" is missing', 'a[5m\n    ^'],
  ['a{x="b}', 'a string that is not closed', 'a{x="b}\n    ^^^'],
  [String.raw`a{x="\d"}`, String.raw`the escape \d, which PromQL does not have`, 'a{x="\\d"}\n     ^^'],
  ['a{"b","c"}', 'the name of the metric is there twice', 'a{"b","c"}\n  ^^^'],
  ['raet(a[5m])', 'PromQL has no function "raet": did you mean rate?', 'raet(a[5m])\n^^^^'],
  [
    'holt_winters(a[5m], 1, 1)',
    'PromQL has no function "holt_winters": did you mean double_exponential_smoothing?',
    'holt_winters(a[5m], 1, 1)\n^^^^^^^^^^^^',
  ],
  ['sum(a, b)', 'sum takes one expression, not 2 arguments', 'sum(a, b)\n^^^^^^^^^'],
  ['topk(a)', 'topk takes a parameter and one expression, not 1 arguments', 'topk(a)\n^^^^^^^'],
  [
    'rate(sum(a)[5m])',
    'the range [5m] stands on a selector only: over an expression write a subquery, [5m:]',
    'rate(sum(a)[5m])\n           ^^^^',
  ],
  ['(a) offset 5m', 'offset stands after a selector or a subquery only', '(a) offset 5m\n   ^^^^^^^^^^'],
  ['a offset 5m offset 6m', 'offset is there twice', 'a offset 5m offset 6m\n           ^^^^^^^^^^'],
  ['a offset 5m[5m]', 'a range stands before offset and @', 'a offset 5m[5m]\n           ^^^^'],
  ['1e400', '1e400 is larger than any number', '1e400\n^^^^^'],
  ['a @ 5offset 1m', '"5offset" is not a number', 'a @ 5offset 1m\n    ^^^^^^^'],
  ['a @ -Inf', '-Inf is not a time', 'a @ -Inf\n    ^^^^'],
  ['a{b="\u00a0"}\u00a0+ b', 'a space that PromQL does not have, U+00A0', 'a{b="\u00a0"}\u00a0+ b\n        ^'],
  ['a @ $t[5m]', 'a range stands before offset and @', 'a @ $t[5m]\n      ^^^^'],
  ['a anchored smoothed', 'a selector is anchored or smoothed, once', 'a anchored smoothed\n          ^^^^^^^^^'],
  ['a[5m:] smoothed', 'smoothed stands after a selector only', 'a[5m:] smoothed\n      ^^^^^^^^^'],
  ['a{x$f b="c"}', 'unexpected "b"', 'a{x$f b="c"}\n      ^'],
  ['a b$c', 'unexpected "b"', 'a b$c\n  ^'],
  ['a{$f="b}', 'a string that is not closed', 'a{$f="b}\n     ^^^'],
])('refuses %j', (query, message, excerpt) => {
  const error = failure(query);
  expect([error.message, error.excerpt]).toEqual([message, excerpt]);
});

test.each([
  ['parentheses', `${'('.repeat(20_000)}a${')'.repeat(20_000)}`],
  ['signs', `${'-'.repeat(20_000)}a`],
  ['operators', `a${' + a'.repeat(20_000)}`],
  ['calls', `${'abs('.repeat(2000)}a${')'.repeat(2000)}`],
])('refuses a query of too many nested %s', (_, query) => {
  expect(failure(query).message).toMatch(/nested/);
});

function failure(query: string): PromqlSyntaxError {
  try {
    parse(query);
  } catch (error) {
    if (error instanceof PromqlSyntaxError) return error;
    throw error;
  }
  throw new Error(`${query} was parsed`);
}
