import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asWritten } from '../../../src/core/built/as-written.js';
import type { Node } from '../../../src/core/promql/node.js';
import { parse } from '../../../src/core/promql/read/parse.js';
import { print } from '../../../src/core/promql/print.js';
import { builtPack } from '../../dashboards/built-pack.js';
import { built } from '../promql/agreement/arbitrary-built.js';

test('what builders make is what the parser makes of its text', () => {
  fc.assert(
    fc.property(built(3), ({ expr: { node } }) => {
      const written = asWritten(node);
      expect(written).toEqual(parse(print(node)));
      expect(hasAuthor(written)).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test('so are the queries of a pack', async () => {
  const { dashboards } = await builtPack();
  const queries = dashboards.flatMap(({ facts }) => facts.panels.flatMap((panel) => panel.queries));
  expect(queries.length).toBeGreaterThan(100);
  for (const { node, expr } of queries) expect(asWritten(node)).toEqual(parse(expr));
});

test('claims are left out wherever they stand', () => {
  const claimed = { ...parse('abs(1)'), carries: ['b'], args: [{ kind: 'number', value: 1, carries: ['a'] }] } as Node;
  expect(asWritten(claimed)).toEqual(parse('abs(1)'));
});

/** True where something of the author is left in a tree. */
function hasAuthor(node: Node): boolean {
  return /"(?:family|role|carries|guard)":/.test(JSON.stringify(node));
}
