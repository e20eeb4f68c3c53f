import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flow, type GridPlace } from '../../../src/core/dashboard/layout.js';

const size = fc.record({ width: fc.integer({ min: 1, max: 24 }), height: fc.integer({ min: 1, max: 20 }) });

function overlap(a: GridPlace, b: GridPlace): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

test('panels flow from left to right and wrap below the tallest', () => {
  const sizes = [
    { width: 12, height: 8 },
    { width: 6, height: 4 },
    { width: 6, height: 10 },
    { width: 1, height: 2 },
    { width: 24, height: 3 },
  ];
  expect(flow(sizes, 1)).toEqual({
    places: [
      { x: 0, y: 1, w: 12, h: 8 },
      { x: 12, y: 1, w: 6, h: 4 },
      { x: 18, y: 1, w: 6, h: 10 },
      { x: 0, y: 11, w: 1, h: 2 },
      { x: 0, y: 13, w: 24, h: 3 },
    ],
    bottom: 16,
  });
  expect(flow([], 7)).toEqual({ places: [], bottom: 7 });
});

test('no two panels overlap, none leaves the grid, and they stay in order', () => {
  fc.assert(
    fc.property(fc.array(size, { maxLength: 40 }), fc.integer({ min: 0, max: 100 }), (sizes, top) => {
      const { places, bottom } = flow(sizes, top);
      expect(places.map(({ w, h }) => ({ width: w, height: h }))).toEqual(sizes);
      for (const [index, place] of places.entries()) {
        expect(place.x >= 0 && place.x + place.w <= 24 && place.y >= top && place.y + place.h <= bottom).toBe(true);
        for (const other of places.slice(index + 1)) {
          expect(overlap(place, other)).toBe(false);
          expect(place.y < other.y || (place.y === other.y && place.x < other.x)).toBe(true);
        }
      }
      expect(bottom).toBe(Math.max(top, ...places.map(({ y, h }) => y + h)));
    }),
  );
});
