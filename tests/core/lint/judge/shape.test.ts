import { expect, test } from 'vitest';
import { onceForShape, QueryShapes, shapeOf } from '../../../../src/core/lint/judge/shape.js';
import type { Node, SelectorNode } from '../../../../src/core/promql/node.js';
import { parse } from '../../../../src/core/promql/read/parse.js';
import { families } from '../../promql/analyze/fixture.js';

const family = families.find(({ labels }) => Object.values(labels).some(({ kind }) => kind === 'open'));
const label = Object.entries(family?.labels ?? {}).find(([, { kind }]) => kind === 'open')?.[0] ?? '';
const name = family?.name ?? '';

/** A tree as a builder makes it: its selectors have the family. */
function withFamily(node: Node): Node {
  return JSON.parse(JSON.stringify(node), (_, value: Node) =>
    value?.kind === 'selector' ? ({ ...value, family } as SelectorNode) : value,
  ) as Node;
}

function sameShape(left: string, right: string): boolean {
  const shapes = new QueryShapes();
  const [one, other] = [parse(left), parse(right)];
  shapes.note(withFamily(one), one);
  shapes.note(withFamily(other), other);
  return shapeOf(one) !== undefined && shapeOf(one) === shapeOf(other);
}

test.each([
  ['a value of a label that may be anything', `${name}{${label}="a"}`, `${name}{${label}="b"}`, true],
  ['another metric', `${name}{${label}="a"}`, `other{${label}="a"}`, false],
  ['another operator', `${name}{${label}="a"}`, `${name}{${label}!="a"}`, false],
  ['values in other operators', `${name}{${label}!="a"}`, `${name}{${label}!="b"}`, false],
  ['a value that is empty', `${name}{${label}="a"}`, `${name}{${label}=""}`, false],
  ['a value with a variable', `${name}{${label}="a"}`, `${name}{${label}="$a"}`, false],
  ['a value that may be a pattern', `${name}{${label}="a"}`, `${name}{${label}="a|b"}`, false],
  ['a label that nobody declared', `${name}{undeclared="a"}`, `${name}{undeclared="b"}`, false],
  [
    'values that are the same, and not',
    `${name}{${label}="a"} and ${name}{${label}="a"}`,
    `${name}{${label}="a"} and ${name}{${label}="b"}`,
    false,
  ],
  [
    'a value beside a pattern of its label',
    `${name}{${label}="a"} and ${name}{${label}=~"a"}`,
    `${name}{${label}="b"} and ${name}{${label}=~"a"}`,
    false,
  ],
  [
    'a value beside a text',
    `label_replace(${name}{${label}="a"}, "x", "y", "${label}", "a")`,
    `label_replace(${name}{${label}="b"}, "x", "y", "${label}", "a")`,
    false,
  ],
])('%s', (_, left, right, expected) => {
  expect(sameShape(left, right)).toBe(expected);
});

test('something is worked out once for each shape and question, and each time where there is no shape', () => {
  const shapes = new QueryShapes();
  const [one, other, stranger] = [parse(`${name}{${label}="a"}`), parse(`${name}{${label}="b"}`), parse(name)];
  shapes.note(withFamily(one), one);
  shapes.note(withFamily(other), other);
  const asked = {};
  const answers = [one, other, stranger, stranger].map((node, index) => onceForShape(node, asked, () => index));
  expect(answers).toEqual([0, 0, 2, 3]);
  expect(onceForShape(one, {}, () => 'another question')).toBe('another question');
});
