import { expect, test } from 'vitest';
import { equal } from '../../../src/core/promql/equal.js';
import type { Node } from '../../../src/core/promql/node.js';

const a: Node = { kind: 'selector', metric: 'a', matchers: [{ label: 'x', operator: '=', value: 'y' }] };
const joined: Node = { kind: 'binary', operator: '*', left: a, right: a, group: { side: 'left', include: [] } };

test.each<[string, boolean, Node, Node]>([
  ['itself', true, a, structuredClone(a)],
  ['a role', true, a, { ...a, role: 'LOCAL' }],
  ['a claim', true, a, { ...a, carries: ['x'] }],
  ['NaN', true, { kind: 'number', value: Number.NaN }, { kind: 'number', value: Number.NaN }],
  ['the default of a group', true, joined, { ...joined, matching: { ignoring: [] } }],
  ['a matching', false, joined, { ...joined, matching: { on: [] } }],
  ['a range', false, a, { ...a, range: '5m' }],
  ['a name', false, a, { ...a, metric: 'b' }],
  ['a matcher', false, a, { ...a, matchers: [] }],
  ['a kind', false, a, { kind: 'string', value: 'a' }],
])('%s makes it %s', (_, expected, left, right) => {
  expect(equal(left, right)).toBe(expected);
  expect(equal(right, left)).toBe(expected);
});
