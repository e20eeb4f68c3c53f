import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equal } from '../../../src/core/promql/equal.js';
import { parse } from '../../../src/core/promql/read/parse.js';
import { print } from '../../../src/core/promql/print.js';
import { expressions } from './arbitrary-node.js';

const { vector, scalar, range } = expressions('everything');

test('what is printed parses to the same tree, and prints the same again', () => {
  fc.assert(
    fc.property(fc.oneof(vector, scalar, range), (node) => {
      const text = print(node);
      const parsed = parse(text);
      expect(text).not.toContain('\n');
      expect(parsed).toEqual(node);
      expect(equal(parsed, node)).toBe(true);
      expect(print(parsed)).toBe(text);
    }),
    { numRuns: 3000 },
  );
});
