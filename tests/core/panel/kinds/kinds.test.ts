import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as dashpack from 'dashpack';
import { barchart, heatmap, query, rate, sum } from 'dashpack';
import { emitPanel } from '../../../../src/core/panel/emit-panel.js';
import { emitTarget } from '../../../../src/core/panel/emit-target.js';
import { kinds } from '../../../../src/core/panel/kinds/kinds.js';
import { defaultsOf } from '../../../../src/core/panel/visualisation.js';
import { latency } from '../../catalog/small-pack.js';
import { context } from '../context.js';

const folder = join(import.meta.dirname, '../../../../src/core/panel/kinds');
const exported: ReadonlySet<unknown> = new Set(Object.values(dashpack));

test('every kind has a file and a line in the record, under its type', () => {
  const others = new Set(['kinds.ts', 'plugin-panel.ts', 'recipe-panel.ts']);
  const files = readdirSync(folder).filter((file) => !others.has(file));
  const entries = Object.entries(kinds);
  expect(entries.map(([type]) => `${type}.ts`).toSorted()).toEqual(files.toSorted());
  expect(entries.filter(([type, kind]) => kind.type !== type)).toEqual([]);
  expect(entries.filter(([type, { sdk: Sdk }]) => Sdk === undefined || new Sdk().build().type !== type)).toEqual([]);
});

test.each(Object.keys(kinds))('dashpack exports the builder of %s', async (type) => {
  const module: Readonly<Record<string, unknown>> = await import(join(folder, `${type}.ts`));
  const builders = Object.values(module).filter((value) => typeof value === 'function');
  expect(builders).toHaveLength(1);
  expect(builders.filter((builder) => !exported.has(builder))).toEqual([]);
});

const buckets = sum(rate(latency.bucket()), { by: ['le'] });

test('a heatmap asks for buckets over the time range', () => {
  const panel = heatmap('Times', {
    query: buckets,
    options: { yAxis: { unit: 's' } },
    custom: { hideFrom: { viz: true } },
  });
  expect(emitPanel(panel, context)).toMatchObject({
    type: 'heatmap',
    options: { calculate: false, yAxis: { unit: 's' }, legend: { show: true } },
    fieldConfig: { defaults: { custom: { hideFrom: { viz: true } } } },
  });
  const target = emitTarget(
    query(buckets),
    'A',
    'x',
    { type: 'prometheus', uid: 'u' },
    defaultsOf(panel.visualisation, true),
  );
  expect(target).toMatchObject({ format: 'heatmap', instant: false, range: true });
});

test('a bar chart asks for a table of now', () => {
  const panel = barchart('Times', { query: buckets, options: { stacking: 'normal' } });
  expect(emitPanel(panel, context)).toMatchObject({
    type: 'barchart',
    options: { stacking: 'normal', barWidth: 0.97 },
  });
  const target = emitTarget(
    query(buckets),
    'A',
    'x',
    { type: 'prometheus', uid: 'u' },
    defaultsOf(panel.visualisation, true),
  );
  expect(target).toMatchObject({ format: 'table', instant: true, range: false });
});
