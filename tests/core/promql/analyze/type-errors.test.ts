import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { typeErrors } from '../../../../src/core/promql/analyze/type-errors.js';
import { print } from '../../../../src/core/promql/print.js';
import { untyped } from '../arbitrary-untyped.js';
import { assertPromtool, refused } from '../promtool.js';

describe('against Prometheus', () => {
  beforeAll(assertPromtool);

  test('refuses what Prometheus refuses, and nothing else', () => {
    const nodes = fc.sample(untyped(), { numRuns: 1000, seed: 5 });
    const wrong = nodes.filter((node) => typeErrors(node).length > 0).map(print);
    expect(wrong.length).toBeGreaterThan(300);
    expect(wrong.length).toBeLessThan(800);
    expect(wrong).toEqual(refused(nodes.map(print)));
  });
});
