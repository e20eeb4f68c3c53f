import { expect, test } from 'vitest';
import { query, rate, sum } from 'dashpack';
import { emitTarget, refId } from '../../../src/core/panel/emit-target.js';
import { kinds } from '../../../src/core/panel/kinds/kinds.js';
import { defaultsOf } from '../../../src/core/panel/visualisation.js';
import { requests } from '../catalog/small-pack.js';

const datasource = { type: 'prometheus', uid: 'prom_local' };
const expression = sum(rate(requests()), { by: ['route'] });

const range = {
  datasource,
  editorMode: 'code',
  expr: 'x',
  format: 'time_series',
  instant: false,
  legendFormat: '__auto',
  range: true,
  refId: 'A',
};

test.each([
  ['over time', 'timeseries', query(expression), range],
  ['now', 'stat', query(expression), { ...range, instant: true, range: false }],
  ['as a table', 'table', query(expression), { ...range, format: 'table', instant: true, range: false }],
  ['with a legend', 'timeseries', query(expression, { legend: '{{route}}' }), { ...range, legendFormat: '{{route}}' }],
  [
    'as its author says',
    'timeseries',
    query(expression, { ask: 'both', format: 'heatmap', hide: true, interval: '5m', exemplar: true }),
    { ...range, instant: true, format: 'heatmap', hide: true, interval: '5m', exemplar: true },
  ],
] as const)('a query %s', (_, visualisation, asked, json) => {
  expect(emitTarget(asked, 'A', 'x', datasource, defaultsOf(kinds[visualisation], false))).toEqual(json);
});

test('ref ids follow the alphabet, and then double letters', () => {
  expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(refId)).toEqual(['A', 'B', 'Z', 'AA', 'AB', 'AZ', 'BA', 'ZZ', 'AAA']);
});
