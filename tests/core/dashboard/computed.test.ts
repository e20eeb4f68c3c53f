import { expect, test } from 'vitest';
import {
  customVariable,
  dashboard,
  dashboardRef,
  rate,
  recipePanel,
  row,
  section,
  sum,
  type AnyVector,
  type Panel,
  type RecipeSpec,
} from 'dashpack';
import { catalogLookup } from '../../../src/core/catalog/lookup.js';
import { assembleDashboard } from '../../../src/core/dashboard/assemble.js';
import { environment, latency, queueDepth, requests } from '../catalog/small-pack.js';

const lookup = catalogLookup([requests, queueDepth, latency].map(({ family }) => family));
const home = dashboardRef({ uid: 'home', title: 'Home', folder: 'x' });
const mode = customVariable('mode', ['shadow', 'live']);
const local = sum(rate(requests()));
const shadow: AnyVector = sum(queueDepth());

/** What a recipe can do that types do not see. */
function loose(spec: RecipeSpec): Panel<'LOCAL', never> {
  return recipePanel(loose, 'stat', 'Loose', spec);
}

const computed: Record<string, Panel<'LOCAL', never>> = Object.fromEntries([['7', loose({ query: local })]]);

test.each([
  ['a variable in a repeat', section({ a: loose({ query: local, repeat: mode }) }), 'panel/repeat-undeclared'],
  ['a number as the key of a panel', section(computed), 'dashboard/numeric-key'],
  ['a width that the grid does not have', section({ a: loose({ query: local, width: 25 }) }), 'panel/outside-grid'],
  [
    'a legend of a label that is gone',
    section({ a: loose({ query: local, legend: '{{gone}}' }) }),
    'panel/legend-label',
  ],
  [
    'a row that is pinned to another role',
    { ...row('Flow', { a: loose({ query: shadow }) }), role: 'LOCAL' },
    'panel/row-role',
  ],
])('%s is found when the dashboard is built', (_, made, id) => {
  const { findings } = assembleDashboard(dashboard(home, { rows: { made } }), environment, lookup);
  expect(findings.map((finding) => finding.id)).toEqual([id]);
});

test('two variables of one name are found', () => {
  const twice = dashboard(home, { variables: [mode, mode], rows: { a: section({ a: loose({ query: local }) }) } });
  const { findings } = assembleDashboard(twice, environment, lookup);
  expect(findings.map(({ id, message }) => `${id}: ${message}`)).toEqual([
    'variable/duplicate-name: the dashboard has two variables with the name "mode", and Grafana knows them by it: name one of them otherwise',
  ]);
});

test('what is computed and right is not complained of', () => {
  const panels = Object.fromEntries(['one', 'two'].map((key) => [key, loose({ query: local })]));
  const { findings } = assembleDashboard(dashboard(home, { rows: { all: row('All', panels) } }), environment, lookup);
  expect(findings).toEqual([]);
});
