import { dashboard, dashboardsIn, dashboardRef, linkTo, row, section, stat, sum, rate } from 'dashpack';
import { expect, test } from 'vitest';
import { catalogLookup } from '../../../src/core/catalog/lookup.js';
import { assembleDashboard } from '../../../src/core/dashboard/assemble.js';
import type { AnyRow } from '../../../src/core/dashboard/row.js';
import { withDefaults } from '../../../src/core/dashboard/dashboard.js';
import { environment, LOCAL, requests } from '../catalog/small-pack.js';

const query = sum(rate(requests()));
const inX = dashboardsIn('x');
const home = inX('home', 'The home page', { short: 'Home' });
const lookup = catalogLookup([requests.family]);

interface PanelJson {
  readonly gridPos: unknown;
  readonly fieldConfig?: { readonly defaults: { readonly min?: number } };
}

function panelsOf(rows: Readonly<Record<string, AnyRow>>): readonly PanelJson[] {
  const { json, findings } = assembleDashboard(dashboard(home, { rows: rows as {} }), environment, lookup);
  expect(findings).toEqual([]);
  return json['panels'] as never;
}

test('each panel of a row is told what the row says, but for what it says itself', () => {
  const panels = panelsOf({
    tiles: section(
      { role: LOCAL, each: { width: 6, height: 5, min: 0 } },
      { a: stat('A', { query }), b: stat('B', { query, width: 12, min: 1 }) },
    ),
  });
  expect(panels.map(({ gridPos }) => gridPos)).toEqual([
    { x: 0, y: 0, w: 6, h: 5 },
    { x: 6, y: 0, w: 12, h: 5 },
  ]);
  expect(panels.map(({ fieldConfig }) => fieldConfig?.defaults.min)).toEqual([0, 1]);
});

test('a role, options with it, and nothing make the same row', () => {
  const of = (made: ReturnType<typeof row>) => ({ ...made, position: undefined, panels: Object.keys(made.panels) });
  const plain = of(row('Row', { a: stat('A', { query }) }));
  expect(of(row('Row', LOCAL, { a: stat('A', { query }) }))).toEqual({ ...plain, role: 'LOCAL' });
  expect(of(row('Row', { role: LOCAL, collapsed: true }, { a: stat('A', { query }) }))).toEqual({
    ...plain,
    role: 'LOCAL',
    collapsed: true,
  });
});

test('dashboards of a folder are those that are named one by one', () => {
  expect(home).toEqual(dashboardRef({ uid: 'home', title: 'The home page', folder: 'x', short: 'Home' }));
});

test('a link to a dashboard is called as links call it', () => {
  expect(dashboard(home, { links: [home, linkTo(home, { title: 'Up' })], rows: {} }).links).toEqual([
    linkTo(home, { title: 'Home' }),
    linkTo(home, { title: 'Up' }),
  ]);
});

test('a dashboard takes from its pack what it does not say', () => {
  const defaults = { refresh: '30s', time: { from: 'now-6h', to: 'now' }, links: [home] };
  const given = withDefaults(dashboard(home, { rows: {} }), defaults);
  expect({ refresh: given.refresh, time: given.time, links: given.links }).toEqual({
    ...defaults,
    links: [linkTo(home)],
  });
  const own = { refresh: '', time: { from: 'now-1d', to: 'now' }, links: [] };
  expect(withDefaults(dashboard(home, { ...own, rows: {} }), defaults)).toMatchObject(own);
  const { json } = assembleDashboard(dashboard(home, { rows: {} }), environment, lookup);
  expect({ refresh: json['refresh'], time: json['time'] }).toEqual({
    refresh: '',
    time: { from: 'now-1h', to: 'now' },
  });
});
