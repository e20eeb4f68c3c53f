import { beforeAll, expect, test } from 'vitest';
import { compilePieces, type Fault } from './compile.js';
import { idsOf, isRegistered } from './ids.js';
import { nameMistakes, plant, samples, typeMistakes, type Mistake } from './mistakes.js';

const name = ([of, path, value]: Mistake): string => `${of}.${path}: ${JSON.stringify(value)}`;
const mistakes = [...typeMistakes, ...nameMistakes];
let faults: readonly Fault[];

beforeAll(() => {
  const planted = mistakes.map((mistake) => ({ name: name(mistake), json: plant(mistake) }));
  faults = compilePieces([...Object.entries(samples).map(([of, json]) => ({ name: of, json })), ...planted]);
});

test.each(Object.entries(samples))('the sample %s has no mistake', (of, json) => {
  expect(faults.filter(({ piece }) => piece === of)).toEqual([]);
  expect(idsOf(json).filter((id) => !isRegistered(id))).toEqual([]);
});

test.each(typeMistakes.map((mistake) => [name(mistake), mistake] as const))('the types refuse %s', (piece) => {
  expect(faults.filter((fault) => fault.piece === piece)).not.toEqual([]);
});

test.each(nameMistakes.map((mistake) => [name(mistake), mistake] as const))('no registry has %s', (piece, mistake) => {
  expect(faults.filter((fault) => fault.piece === piece)).toEqual([]);
  expect(idsOf(plant(mistake)).filter((id) => !isRegistered(id))).toHaveLength(1);
});

test('nothing else is wrong', () => {
  const expected = new Set(typeMistakes.map(name));
  expect([...new Set(faults.map(({ piece }) => piece))].filter((piece) => !expected.has(piece))).toEqual([]);
});
