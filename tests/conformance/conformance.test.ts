import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../types/diagnostics.js';
import { compilePieces } from './compile.js';
import { deviations, withoutDeviations } from './deviations.js';
import { idsOf, isRegistered, registries } from './ids.js';
import { generatedDashboards, readPieces } from './pieces.js';

const dashboards = generatedDashboards();
const pieces = Object.values(dashboards).flat().flatMap(readPieces);

test('every pack has dashboards', () => {
  const empty = Object.entries(dashboards).filter(([, files]) => files.length === 0);
  expect([empty, pieces.length > Object.keys(dashboards).length]).toEqual([[], true]);
});

test('the schema and the registries are of one version, and of a licence that this project may use', () => {
  const manifest = JSON.parse(readFileSync(join(repository, 'node_modules/@grafana/schema/package.json'), 'utf8'));
  const { version, license } = manifest;
  const { devDependencies } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  expect([devDependencies['@grafana/schema'], license]).toEqual([version, 'Apache-2.0']);
  expect([registries.version, registries.license]).toEqual([version, 'Apache-2.0']);
});

test('every generated dashboard, row and panel has the type that Grafana gives it', ({ annotate }) => {
  expect(compilePieces(pieces.map((piece) => withoutDeviations(piece)))).toEqual([]);
  return annotate(`${pieces.length} literals compiled`);
});

test('every unit, reducer, matcher, colour mode, transformation and property is one that Grafana registers', () => {
  const ids = pieces.flatMap(({ name, json }) => idsOf(json).map((id) => ({ ...id, name })));
  expect(ids.filter((id) => !isRegistered(id))).toEqual([]);
  expect([...new Set(ids.map(({ what }) => what))].sort()).toEqual([
    'colour mode',
    'matcher',
    'property',
    'reducer',
    'unit',
  ]);
});

test.each(deviations)('$what deviates, and so is listed', (deviation) => {
  const one = pieces.filter((piece) => deviation.without(piece) !== piece).slice(0, 1);
  expect(compilePieces(one.map((piece) => withoutDeviations(piece, deviation))).length).toBeGreaterThan(0);
});
