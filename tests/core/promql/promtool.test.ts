import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { parse } from '../../../src/core/promql/read/parse.js';
import { print } from '../../../src/core/promql/print.js';
import { describeOnEach } from '../../servers/versions.js';
import { expressions } from './arbitrary-node.js';
import { sums } from './arbitrary-parts.js';
import { evaluate } from './evaluate.js';
import { assertPromtool, checkRules, valueProblems } from './promtool.js';

beforeAll(assertPromtool);

describeOnEach((servers) => {
  test('Prometheus accepts every well-typed expression', () => {
    const { vector, scalar } = expressions('prometheus 2.42');
    const nodes = fc.sample(fc.oneof({ weight: 4, arbitrary: vector }, scalar), { numRuns: 600, seed: 2 });
    expect(checkRules(nodes.map(print), servers)).toMatchObject({ ok: true });
  });

  test('Prometheus evaluates what is printed to the value of the tree', () => {
    const nodes = fc.sample(sums, { numRuns: 1500, seed: 3 });
    const cases = nodes.map((node) => ({ expr: print(node), value: evaluate(node) })).filter(isExact);
    expect(cases.length).toBeGreaterThan(300);
    expect(valueProblems(cases, servers)).toMatchObject({ ok: true });
  });

  test('what is written without parentheses is read as Prometheus reads it', () => {
    const operator = fc.constantFrom('+', '-', '*', '/', '%', '^', '== bool', '> bool', '<= bool');
    const operand = fc
      .tuple(fc.constantFrom('', '', '-', '--', '+'), fc.nat({ max: 4 }))
      .map(([sign, digit]) => `${sign}${digit}`);
    const chain = fc.tuple(operand, fc.array(fc.tuple(operator, operand), { minLength: 1, maxLength: 6 }));
    const texts = fc
      .sample(chain, { numRuns: 1500, seed: 4 })
      .map(([first, rest]) => [first, ...rest.flat()].join(' '));
    const cases = texts.map((expr) => ({ expr, value: evaluate(parse(expr)) })).filter(isExact);
    expect(cases.length).toBeGreaterThan(300);
    expect(valueProblems(cases, servers)).toMatchObject({ ok: true });
  });
});

/** promtool finds no NaN equal to another, and powers differ in their last digits between Go and JavaScript. */
function isExact({ value }: { readonly value: number }): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}
