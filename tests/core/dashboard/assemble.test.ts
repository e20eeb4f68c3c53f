import { describe, expect, test } from 'vitest';
import {
  annotation,
  byLabel,
  customVariable,
  dashboard,
  dashboardRef,
  dataLink,
  gt,
  linkTo,
  quantileOf,
  query,
  queryVariable,
  rate,
  recipePanel,
  row,
  section,
  seriesLabel,
  stat,
  sum,
  text,
  timeseries,
  vector,
  type Dashboard,
  type Panel,
  type RecipeSpec,
} from 'dashpack';
import { catalogLookup } from '../../../src/core/catalog/lookup.js';
import { assembleDashboard } from '../../../src/core/dashboard/assemble.js';
import { panelId } from '../../../src/core/dashboard/panel-id.js';
import { environment, latency, LOCAL, queueDepth, requests, SHADOW } from '../catalog/small-pack.js';

const lookup = catalogLookup([requests, queueDepth, latency].map(({ family }) => family));
const home = dashboardRef({ uid: 'home', title: 'Home', folder: 'x' });

interface EmittedPanel {
  readonly id: number;
  readonly title: string;
  readonly gridPos: unknown;
  readonly type: string;
  readonly datasource?: unknown;
  readonly panels?: readonly EmittedPanel[];
  readonly targets?: readonly { readonly refId: string; readonly datasource: unknown }[];
  readonly description?: string;
  readonly fieldConfig?: { readonly defaults: { readonly unit?: string } };
}

function panelsOf(made: Dashboard): readonly EmittedPanel[] {
  const { json, findings } = assembleDashboard(made, environment, lookup);
  expect(findings).toEqual([]);
  return json['panels'] as unknown as readonly EmittedPanel[];
}

const errors = stat('Errors', { query: sum(rate(requests())) });

test('rows, sections and collapsed rows: places and ids', () => {
  const made = dashboard(home, {
    rows: {
      intro: section({ note: text('Note', 'x', { height: 2 }), errors }),
      flow: row('Flow', {
        a: timeseries('A', { query: sum(rate(requests())) }),
        b: stat('B', { query: sum(queueDepth()) }),
      }),
      more: row('More', { collapsed: true }, { c: stat('C', { query: sum(queueDepth()) }) }),
      end: section({ d: stat('D', { query: sum(queueDepth()) }) }),
    },
  });
  const place = ({ title, id, gridPos, type, panels }: EmittedPanel): unknown => [
    title,
    type,
    id,
    gridPos,
    panels?.map(place),
  ];
  expect(panelsOf(made).map(place)).toEqual([
    ['Note', 'text', panelId('intro', 'note'), { x: 0, y: 0, w: 24, h: 2 }, undefined],
    ['Errors', 'stat', panelId('intro', 'errors'), { x: 0, y: 2, w: 6, h: 4 }, undefined],
    ['Flow', 'row', panelId('flow'), { x: 0, y: 6, w: 24, h: 1 }, []],
    ['A', 'timeseries', panelId('flow', 'a'), { x: 0, y: 7, w: 12, h: 8 }, undefined],
    ['B', 'stat', panelId('flow', 'b'), { x: 12, y: 7, w: 6, h: 4 }, undefined],
    [
      'More',
      'row',
      panelId('more'),
      { x: 0, y: 15, w: 24, h: 1 },
      [['C', 'stat', panelId('more', 'c'), { x: 0, y: 16, w: 6, h: 4 }, undefined]],
    ],
    ['D', 'stat', panelId('end', 'd'), { x: 0, y: 16, w: 6, h: 4 }, undefined],
  ]);
});

test('datasources, ref ids, units and descriptions follow from the queries', () => {
  const made = dashboard(home, {
    rows: {
      all: section({
        local: stat('Local', { query: sum(rate(requests())) }),
        shadow: stat('Shadow', { query: sum(queueDepth()) }),
        constant: stat('Constant', { query: vector(1, SHADOW), unit: 'short', description: 'Mine.' }),
        mixed: timeseries('Mixed', { queries: [query(sum(rate(requests()))), query(sum(queueDepth()))], mixed: true }),
        seconds: timeseries('Seconds', {
          queries: [query(quantileOf(0.5, latency.bucket())), query(quantileOf(0.9, latency.bucket()))],
        }),
      }),
    },
  });
  const local = { type: 'prometheus', uid: '${DS_LOCAL}' };
  const shadow = { type: 'prometheus', uid: 'prom_shadow' };
  expect(
    panelsOf(made).map(({ datasource, targets = [], fieldConfig, description }) => [
      datasource,
      targets.map((target) => [target.refId, target.datasource]),
      fieldConfig?.defaults.unit,
      description,
    ]),
  ).toEqual([
    [local, [['A', local]], 'reqps', '`requests_total`: Requests.'],
    [shadow, [['A', shadow]], undefined, '`queue_depth`: Jobs that wait.'],
    [shadow, [['A', shadow]], 'short', 'Mine.'],
    [
      { type: 'datasource', uid: '-- Mixed --' },
      [
        ['A', local],
        ['B', shadow],
      ],
      undefined,
      '`requests_total`: Requests.\n\n`queue_depth`: Jobs that wait.',
    ],
    [
      local,
      [
        ['A', local],
        ['B', local],
      ],
      's',
      '`latency_seconds`: Time to answer.',
    ],
  ]);
});

test('the rest of a dashboard', () => {
  const route = queryVariable('route', requests(), 'route');
  const { json, facts } = assembleDashboard(
    dashboard(home, {
      description: 'What is up.',
      tags: ['a', 'b'],
      refresh: '10s',
      time: { from: 'now-6h', to: 'now' },
      timezone: 'utc',
      cursor: 'tooltip',
      links: [linkTo(home)],
      variables: [route],
      annotations: [annotation('Busy', gt(sum(rate(requests({ route }))), 1), { color: 'red' })],
      rows: {},
    }),
    environment,
    lookup,
  );
  const { templating, annotations, ...rest } = json as {
    readonly templating: { readonly list: readonly { readonly name: string }[] };
    readonly annotations: { readonly list: readonly { readonly name: string }[] };
  };
  expect(rest).toEqual({
    uid: 'home',
    title: 'Home',
    description: 'What is up.',
    tags: ['a', 'b'],
    timezone: 'utc',
    editable: false,
    graphTooltip: 2,
    time: { from: 'now-6h', to: 'now' },
    timepicker: {},
    refresh: '10s',
    schemaVersion: 42,
    panels: [],
    links: [expect.objectContaining({ url: '/d/home' })],
  });
  expect(templating.list.map(({ name }) => name)).toEqual(['DS_LOCAL', 'DS_SHADOW', 'route']);
  expect(annotations.list.map(({ name }) => name)).toEqual(['Annotations & Alerts', 'Busy']);
  expect([facts.variables, facts.others.map(({ subject, expr, variables }) => [subject, expr, variables])]).toEqual([
    ['route'],
    [
      ['variable "route"', 'requests_total', []],
      ['annotation "Busy"', 'sum(rate(requests_total{route="$route"}[$__rate_interval])) > 1', ['route']],
    ],
  ]);
});

describe('what only the build sees', () => {
  const byRoute = sum(rate(requests()), { by: ['route'] });
  function tile(spec: RecipeSpec, title: string): Panel<'LOCAL', never> {
    return recipePanel(tile, 'stat', title, spec);
  }
  function made(spec: RecipeSpec, title = 'X'): Dashboard {
    return dashboard(home, { rows: { all: section({ x: tile(spec, title) }) } });
  }

  test.each([
    [
      'one panel in two places',
      dashboard(home, { rows: { a: section({ errors }), b: section({ errors }) } }),
      'dashboard/panel-placed-twice',
      /stands at a\.errors and at b\.errors/,
    ],
    ['no title', made({ query: byRoute }, ' '), 'panel/no-title', /has no title/],
    ['too wide', made({ query: byRoute, width: 25 }), 'panel/outside-grid', /25 columns/],
    ['half a column', made({ query: byRoute, width: 2.5 }), 'panel/outside-grid', /2\.5 columns/],
    ['too low', made({ query: byRoute, height: 0 }), 'panel/no-height', /0 grid rows/],
    [
      'a legend',
      made({ query: byRoute, legend: '{{method}}' }),
      'panel/legend-label',
      /"method", which the query does not return; it returns route/,
    ],
    [
      'a link',
      made({ query: byRoute, links: [dataLink(home, { set: { m: seriesLabel('method') } })] }),
      'panel/link-label',
      /"method"/,
    ],
    ['an override', made({ query: byRoute, overrides: [byLabel('method', {})] }), 'panel/override-label', /"method"/],
    [
      'a constant without a role',
      made({ query: vector(1) }),
      'datasource/no-role',
      /name it, as in vector\(1, LOCAL\)/,
    ],
    [
      'a rate of a gauge',
      made({ query: rate(queueDepth() as never) }),
      'promql/rate-on-gauge',
      /queue_depth is a gauge/,
    ],
    ['a variable in a text', made({ query: byRoute }, 'Errors of $mode'), 'variable/undeclared-in-text', /\$mode/],
  ])('%s', (_, assembled, id, message) => {
    const { findings } = assembleDashboard(assembled, environment, lookup);
    expect(findings).toEqual([
      expect.objectContaining({ id, severity: 'error', message: expect.stringMatching(message) }),
    ]);
    expect(findings[0]?.position?.file).toMatch(/assemble\.test\.ts$/);
  });

  test('declared variables may stand in texts', () => {
    const mode = customVariable('mode', ['shadow', 'live']);
    const titled = stat('Errors of $mode', { query: sum(rate(requests.on(LOCAL)())) });
    expect(panelsOf(dashboard(home, { variables: [mode], rows: { all: section({ titled }) } }))).toHaveLength(1);
  });
});
