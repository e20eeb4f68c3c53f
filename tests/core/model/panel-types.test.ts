import { expect, test } from 'vitest';
import { panelTypeOf, panelTypes, type PanelType } from '../../../src/core/model/panel-types.js';

const all: readonly (readonly [string, PanelType])[] = Object.entries(panelTypes);

test('an old type shows what the type that it becomes shows', () => {
  const wrong = all.filter(([, { becomes, shows }]) => becomes !== undefined && panelTypeOf(becomes)?.shows !== shows);
  expect(wrong).toEqual([]);
});

test('what an old type becomes is not an old type', () => {
  expect(all.filter(([, { becomes = 'stat' }]) => panelTypeOf(becomes)?.becomes !== undefined)).toEqual([]);
});

test('numbers and legends are those of queries', () => {
  const wrong = all.filter(([, { numbers, legend, queries }]) => (numbers || legend) && queries !== 'needed');
  expect(wrong).toEqual([]);
});

test.each([['agenty-flowcharting-panel'], ['toString'], ['']])('nothing is known of %j', (name) => {
  expect(panelTypeOf(name)).toBeUndefined();
});
