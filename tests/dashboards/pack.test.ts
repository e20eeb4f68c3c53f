import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assembleDashboard } from '../../src/core/dashboard/assemble.js';
import type { Dashboard } from '../../src/core/dashboard/dashboard.js';
import { catalogLookup } from '../../src/core/catalog/lookup.js';
import type { DashboardRef } from '../../src/core/model/dashboard-ref.js';
import { parse } from '../../src/core/promql/read/parse.js';
import { print } from '../../src/core/promql/print.js';
import { walk, type Node } from '../../src/core/promql/node.js';
import { peakTrade } from '../../src/packs/peak-trade.js';
import * as refs from '../../src/dashboards/peak-trade/refs.js';
import { allPanels, builtPack, type PanelJson } from './built-pack.js';

const folder = join(import.meta.dirname, '../../src/dashboards/peak-trade');
const { dashboards, findings } = await builtPack();
const lookup = catalogLookup(peakTrade.metrics.map(({ family }) => family));
const listed = await Promise.all(
  [...peakTrade.dashboards()].map(async (thunk): Promise<Dashboard> => {
    const result = await thunk();
    return 'default' in result ? result.default : result;
  }),
);

/** The dashboards that files of the folder export by default, whether the pack lists them or not. */
async function written(): Promise<readonly Dashboard[]> {
  const modules = await Promise.all(
    readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file): Promise<{ default?: Dashboard }> => import(join(folder, file))),
  );
  return modules.flatMap((module) => (module.default?.kind === 'dashboard' ? [module.default] : []));
}

function uids(all: readonly { readonly ref: DashboardRef }[]): readonly string[] {
  return all.map(({ ref }) => ref.uid).toSorted();
}

test('the pack lists every dashboard that is written, and each once', async () => {
  expect(uids(listed)).toEqual(uids(await written()));
  expect(new Set(uids(listed)).size).toBe(listed.length);
});

test('a dashboard that is linked to is in the pack, or said to be elsewhere', () => {
  const here = Object.values(refs).filter((ref) => ref.elsewhere === undefined);
  expect(here.map(({ uid }) => uid).toSorted()).toEqual(uids(listed));
});

test('nothing is wrong', () => {
  expect(findings).toEqual([]);
});

const roleVariables = [
  ['DS_LOCAL', 'prom_local_9092'],
  ['DS_SHADOW', 'prom_local_9092'],
  ['DS_MAIN', 'prom_main_9090'],
  ['DS_AI_LIVE', 'prom_ai_live_9094'],
  ['DS_OBSERVABILITY', 'prom_observability_9095'],
] as const;

describe.each(dashboards)('$uid', ({ uid, path, json, facts }) => {
  const panels = allPanels(json);
  const queries = [...facts.panels.flatMap((panel) => panel.queries), ...facts.others];

  test('stands in its folder', () => {
    expect(path).toBe(`grafana/dashboards/${facts.ref.folder}/${uid}.json`);
  });

  test('no panel is outside the grid or on another', () => {
    for (const { gridPos } of json.panels) {
      expect(gridPos.x).toBeGreaterThanOrEqual(0);
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    }
    const places = json.panels.map((panel) => panel.gridPos);
    const overlaps = places.flatMap((place, index) => places.slice(0, index).filter((other) => isOver(place, other)));
    expect(overlaps).toEqual([]);
  });

  test('ids are unique, and survive another order', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const dashboard = listed.find(({ ref }) => ref.uid === uid);
    if (dashboard === undefined) throw new Error(`${uid} is not listed`);
    const { json: turned } = assembleDashboard(upsideDown(dashboard), peakTrade, lookup);
    expect(idsByTitle(turned['panels'] as unknown as readonly PanelJson[])).toEqual(idsByTitle(json.panels));
  });

  test('every role has its hidden variable, bound to one datasource', () => {
    const variables = json.templating.list.filter(({ type }) => type === 'datasource');
    expect(variables).toEqual(
      roleVariables.map(([name, datasource]) =>
        expect.objectContaining({
          name,
          hide: 2,
          skipUrlSync: true,
          query: 'prometheus',
          regex: `/^${datasource}$/`,
          current: { selected: true, text: datasource, value: datasource },
        }),
      ),
    );
  });

  test('panels ask the datasource of who owns their metrics', () => {
    for (const { role, datasource, series } of queries) {
      expect({ role, datasource, series }).toEqual({ role, datasource: datasources[role], series });
      const isAboutAi = series.some((name) => name.startsWith('peaktrade_ai'));
      expect(!isAboutAi || role === 'AI_LIVE').toBe(true);
    }
  });

  test('a panel on MAIN says that it is optional', () => {
    const onMain = facts.panels.filter((panel) => panel.queries.some(({ role }) => role === 'MAIN'));
    for (const { title } of onMain) expect(title).toMatch(/optional/);
  });

  test('every query parses and is printed as it is read', () => {
    expect(queries.map(({ expr }) => print(parse(expr)))).toEqual(queries.map(({ expr }) => expr));
  });

  test('no query shows a zero that nobody vouches for', () => {
    for (const { expr } of queries) {
      expect(expr).not.toMatch(/clamp_min\(.*, 1e-9\)/);
      expect({ expr, zeros: unguardedZeros(parse(expr)) }).toEqual({ expr, zeros: 0 });
    }
  });
});

const datasources: Readonly<Record<string, string>> = {
  LOCAL: 'prom_local_9092',
  SHADOW: 'prom_local_9092',
  MAIN: '${DS_MAIN}',
  AI_LIVE: '${DS_AI_LIVE}',
};

function isOver(a: PanelJson['gridPos'], b: PanelJson['gridPos']): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** The same dashboard with its rows, and the panels of each, in the opposite order. */
function upsideDown(dashboard: Dashboard): Dashboard {
  const rows = Object.entries(dashboard.rows).map(
    ([key, row]) => [key, { ...row, panels: reversed(row.panels) }] as const,
  );
  return { ...dashboard, rows: Object.fromEntries(rows.toReversed()) };
}

function reversed<Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).toReversed());
}

function idsByTitle(panels: readonly PanelJson[]): readonly string[] {
  return panels.map(({ id, title }) => `${id} ${title}`).toSorted();
}

/** How many `vector(0)` are not in `(… or vector(0)) and on () witness`, where the witness is `up` or a recorded series. */
function unguardedZeros(query: Node): number {
  const guarded = new Set<Node>();
  let zeros = 0;
  walk(query, (node) => {
    if (isZero(node) && !guarded.has(node)) zeros += 1;
    if (node.kind !== 'binary' || node.operator !== 'and' || !hasWitness(node.right)) return;
    if (node.left.kind === 'binary' && node.left.operator === 'or' && isZero(node.left.right))
      guarded.add(node.left.right);
  });
  return zeros;
}

function isZero(node: Node): boolean {
  const [value] = node.kind === 'call' && node.name === 'vector' ? node.args : [];
  return value?.kind === 'number' && value.value === 0;
}

function hasWitness(node: Node): boolean {
  let found = false;
  walk(node, (inner) => {
    found ||= inner.kind === 'selector' && (inner.metric === 'up' || inner.metric?.includes(':') === true);
  });
  return found;
}

test('Contract Details lists series that the catalog has, and every one that a tile links with', () => {
  const details = dashboards.find(({ uid }) => uid === refs.contractDetails.uid);
  const metric = details?.json.templating.list.find(({ name }) => name === 'metric');
  const values = String(metric?.['query']).split(',');
  expect(values.filter((value) => lookup(value) === undefined)).toEqual([]);
  const linked = dashboards.flatMap(({ text }) => [...text.matchAll(/[?&]var-metric=(\w+)/g)].map((match) => match[1]));
  expect(linked.filter((name) => !values.includes(String(name)))).toEqual([]);
});

test('Explore is asked what the panel asks, on the datasource of LOCAL and over the time range of the viewer', () => {
  const details = dashboards.find(({ uid }) => uid === refs.executionWatchDetails.uid);
  const url = /"(\/explore\?[^"]*)"/.exec(details?.text ?? '')?.[1] ?? '';
  const viewed = url
    .replaceAll('${DS_LOCAL}', 'prom_local_9092')
    .replaceAll('${endpoint:percentencode}', encodeURIComponent('/api/execution/runs/{run_id}'))
    .replaceAll('${status:percentencode}', '.%2A')
    .replaceAll('${__from}', '1')
    .replaceAll('${__to}', '2');
  const parameters = new URLSearchParams(viewed.slice('/explore?'.length));
  expect(parameters.get('schemaVersion')).toBe('1');
  expect(JSON.parse(parameters.get('panes') ?? '')).toEqual({
    requests: {
      datasource: 'prom_local_9092',
      queries: [
        {
          refId: 'A',
          datasource: { type: 'prometheus', uid: 'prom_local_9092' },
          expr: 'sum by (endpoint, status) (rate(peak_trade_execution_watch_requests_total{endpoint=~"/api/execution/runs/{run_id}", status=~".*"}[$__rate_interval]))',
        },
      ],
      range: { from: '1', to: '2' },
    },
  });
});

test('a whole dashboard, as it is generated', async () => {
  const details = dashboards.find(({ uid }) => uid === refs.executionWatchDetails.uid);
  await expect(details?.text).toMatchFileSnapshot('../golden/execution-watch-details.json');
});
