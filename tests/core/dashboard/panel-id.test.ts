import fc from 'fast-check';
import { expect, test } from 'vitest';
import { panelId } from '../../../src/core/dashboard/panel-id.js';

test('ids that the dashboards out there have: they never change', () => {
  expect([panelId('flow'), panelId('flow', 'throughput'), panelId('', ''), panelId('ä', '🙂')]).toEqual([
    1036523157, 1704529316, 705468254, 1505950882,
  ]);
});

test('an id is a whole number of 31 bits, and never 0', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.option(fc.string({ unit: 'grapheme' })), (row, key) => {
      const id = panelId(row, key ?? undefined);
      expect(Number.isInteger(id) && id > 0 && id < 2 ** 31).toBe(true);
      expect(panelId(row, key ?? undefined)).toBe(id);
    }),
  );
});

test('a thousand panels of one dashboard have a thousand ids', () => {
  const ids = Array.from({ length: 1000 }, (_, index) => panelId(`row${index % 10}`, `panel${index}`));
  expect(new Set(ids).size).toBe(1000);
});
