import { expect, test } from 'vitest';
import type { BinaryOperator, Node } from '../../../src/core/promql/node.js';
import { print } from '../../../src/core/promql/print.js';

const a: Node = { kind: 'selector', metric: 'a', matchers: [] };
const b: Node = { kind: 'selector', metric: 'b', matchers: [] };
const c: Node = { kind: 'selector', metric: 'c', matchers: [] };
const binary = (left: Node, operator: BinaryOperator, right: Node): Node => ({ kind: 'binary', operator, left, right });
const minus = (expr: Node): Node => ({ kind: 'unary', operator: '-', expr });
const number = (value: number): Node => ({ kind: 'number', value });
const matched = (label: string, value: string): Node => ({
  kind: 'selector',
  metric: 'a',
  matchers: [{ label, operator: '=', value }],
});

test.each<[string, Node]>([
  // Numbers.
  ['0.95', number(0.95)],
  ['1e-9', number(1e-9)],
  ['1e+21', number(1e21)],
  ['Inf', number(Number.POSITIVE_INFINITY)],
  ['NaN', number(Number.NaN)],
  ['-1', number(-1)],
  ['(-1) ^ 2', binary(number(-1), '^', number(2))],
  ['-Inf', minus(number(Number.POSITIVE_INFINITY))],
  ['$quantile', { kind: 'variable', name: 'quantile' }],
  // Precedence and associativity.
  ['a / (b + c)', binary(a, '/', binary(b, '+', c))],
  ['a / b + c', binary(binary(a, '/', b), '+', c)],
  ['(a + b) / c', binary(binary(a, '+', b), '/', c)],
  ['a - b - c', binary(binary(a, '-', b), '-', c)],
  ['a - (b - c)', binary(a, '-', binary(b, '-', c))],
  ['a ^ b ^ c', binary(a, '^', binary(b, '^', c))],
  ['(a ^ b) ^ c', binary(binary(a, '^', b), '^', c)],
  ['a or b and c', binary(a, 'or', binary(b, 'and', c))],
  ['(a or b) and c', binary(binary(a, 'or', b), 'and', c)],
  ['a unless (b and c)', binary(a, 'unless', binary(b, 'and', c))],
  ['a > b == c', binary(binary(a, '>', b), '==', c)],
  ['a atan2 b * c', binary(binary(a, 'atan2', b), '*', c)],
  // Signs.
  ['-a', minus(a)],
  ['-(-a)', minus(minus(a))],
  ['-a * b', binary(minus(a), '*', b)],
  ['-(a * b)', minus(binary(a, '*', b))],
  ['-(a ^ b)', minus(binary(a, '^', b))],
  ['(-a) ^ b', binary(minus(a), '^', b)],
  ['a ^ (-b)', binary(a, '^', minus(b))],
  ['a * -b', binary(a, '*', minus(b))],
  ['a > -1', binary(a, '>', minus(number(1)))],
  // Modifiers of operators.
  ['a == bool 1', { kind: 'binary', operator: '==', left: a, right: number(1), bool: true }],
  ['a and on () b', { kind: 'binary', operator: 'and', left: a, right: b, matching: { on: [] } }],
  [
    'a * on (job) group_left (version) b',
    {
      kind: 'binary',
      operator: '*',
      left: a,
      right: b,
      matching: { on: ['job'] },
      group: { side: 'left', include: ['version'] },
    },
  ],
  [
    'a / ignoring () group_right () (b + c)',
    { kind: 'binary', operator: '/', left: a, right: binary(b, '+', c), group: { side: 'right', include: [] } },
  ],
  // Aggregations and calls.
  ['sum(a)', { kind: 'aggregate', name: 'sum', expr: a }],
  ['sum by (x, y) (a)', { kind: 'aggregate', name: 'sum', expr: a, grouping: { by: ['x', 'y'] } }],
  ['sum by () (a)', { kind: 'aggregate', name: 'sum', expr: a, grouping: { by: [] } }],
  ['topk by (x) (6, a)', { kind: 'aggregate', name: 'topk', param: number(6), expr: a, grouping: { by: ['x'] } }],
  [
    'max without ("inf", "a.b", $x) (a)',
    { kind: 'aggregate', name: 'max', expr: a, grouping: { without: ['inf', 'a.b', '$x'] } },
  ],
  ['clamp(a, 0, 1)', { kind: 'call', name: 'clamp', args: [a, number(0), number(1)] }],
  ['time()', { kind: 'call', name: 'time', args: [] }],
  // Selectors.
  ['a[5m]', { ...a, range: '5m' }],
  ['a[$__rate_interval] @ end() offset -1h', { ...a, range: '$__rate_interval', offset: '-1h', at: 'end' }],
  ['a @ -1.5', { ...a, at: -1.5 }],
  ['a[1h:]', { kind: 'subquery', expr: a, range: '1h' }],
  [
    '(a offset 1m)[1h:5m] offset 1d',
    { kind: 'subquery', expr: { ...a, offset: '1m' }, range: '1h', step: '5m', offset: '1d' },
  ],
  ['(a + b)[1h:]', { kind: 'subquery', expr: binary(a, '+', b), range: '1h' }],
  ['sum(a)[1h:]', { kind: 'subquery', expr: { kind: 'aggregate', name: 'sum', expr: a }, range: '1h' }],
  ['{}', { kind: 'selector', matchers: [] }],
  ['{"a.b", "x.y"="1"}', { kind: 'selector', metric: 'a.b', matchers: [{ label: 'x.y', operator: '=', value: '1' }] }],
  ['{"sum"}', { kind: 'selector', metric: 'sum', matchers: [] }],
  ['node_${kind}_total', { kind: 'selector', metric: 'node_${kind}_total', matchers: [] }],
  [
    'a{x=~"$run_id"}',
    { kind: 'selector', metric: 'a', matchers: [{ label: 'x', operator: '=~', value: '$run_id', variable: 'run_id' }] },
  ],
  // Escapes.
  [String.raw`a{x="\"\\"}`, matched('x', '"\\')],
  [String.raw`a{x="\n\r\t\u0000\u007f\u0085\u2028\ufffd"}`, matched('x', '\n\r\t\u0000\u007f\u0085\u2028\ud800')],
  ['a{x="\'`é😀"}', matched('x', "'`é😀")],
  [String.raw`"\\d$1"`, { kind: 'string', value: '\\d$1' }],
])('%s', (text, node) => {
  expect(print(node)).toBe(text);
});
