import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { datasource } from '../../src/core/catalog/datasource.js';
import type { PanelFacts } from '../../src/core/dashboard/facts.js';
import { buildPack } from '../../src/core/pack/build/build-pack.js';
import type { Pack } from '../../src/core/pack/pack.js';
import { peakTrade } from '../../src/packs/peak-trade.js';
import { mainVsShadowOverview, metricsDrift, overview } from '../../src/dashboards/peak-trade/refs.js';
import { startPrometheus, type PrometheusServer } from '../servers/prometheus.js';
import { allPanels, type DashboardJson, type PanelJson } from './built-pack.js';

const compared = [overview, mainVsShadowOverview, metricsDrift] as const;

interface Compared {
  readonly panels: readonly PanelFacts[];
  readonly json: readonly (PanelJson & { readonly description?: string })[];
  readonly findings: readonly { readonly severity: string }[];
}

/** The dashboards that compare, by uid, as a pack builds them. */
async function built(pack: Pack): Promise<ReadonlyMap<string, Compared>> {
  const all = new Map<string, Compared>();
  for await (const { artifact, dashboard, findings } of buildPack(pack)) {
    if (artifact === undefined || dashboard === undefined) continue;
    const json = allPanels(JSON.parse(artifact.text) as DashboardJson);
    all.set(dashboard.facts.ref.uid, { panels: dashboard.facts.panels, json, findings });
  }
  return all;
}

const local = await built(peakTrade);

function dashboardOf(all: ReadonlyMap<string, Compared>, uid: string): Compared {
  const found = all.get(uid);
  if (found === undefined) throw new Error(`${uid} is not built`);
  return found;
}

const pairs = [
  [overview.uid, 'webApp', 'upLocal', 'upMain'],
  [overview.uid, 'webApp', 'requestsLocal', 'requestsMain'],
  [mainVsShadowOverview.uid, 'scrapes', 'shadow', 'main'],
  [mainVsShadowOverview.uid, 'contract', 'shadow', 'main'],
  [metricsDrift.uid, 'rate', 'shadow', 'main'],
  [metricsDrift.uid, 'increase', 'shadow', 'main'],
] as const;

test.each(pairs)('%s: both sides of %s ask the same, %s here and %s on MAIN', (uid, row, here, main) => {
  const { panels } = dashboardOf(local, uid);
  const [one, other] = [here, main].map((key) => panels.find((panel) => panel.row === row && panel.key === key));
  expect(one?.queries).toHaveLength(1);
  expect(other?.queries.map(({ role }) => role)).toEqual(['MAIN']);
  expect(one?.queries.map(({ role }) => role)).not.toEqual(['MAIN']);
  expect(other?.queries.map(({ expr }) => expr)).toEqual(one?.queries.map(({ expr }) => expr));
});

test('every panel that asks for MAIN is half of a pair', () => {
  const onMain = compared.flatMap(({ uid }) =>
    dashboardOf(local, uid).panels.filter(({ queries }) => queries.some(({ role }) => role === 'MAIN')),
  );
  expect(onMain).toHaveLength(pairs.length);
});

test('what main does not export is said in words: no query, so no line at 0', () => {
  const { json } = dashboardOf(local, mainVsShadowOverview.uid);
  const panel = json.find(({ title }) => title === 'Pipeline events (main) — N/A by default');
  expect(panel?.type).toBe('text');
  expect(panel?.targets ?? []).toEqual([]);
});

describe('where SHADOW has a Prometheus of its own', async () => {
  const own = datasource('prom_shadow', { url: 'http://shadow:9090' });
  const rebound = await built({
    ...peakTrade,
    datasources: [...peakTrade.datasources, own],
    bindings: { ...peakTrade.bindings, SHADOW: own },
  });

  test.each(compared)('$uid asks it the same, and nothing else moves', ({ uid }) => {
    const before = dashboardOf(local, uid);
    const after = dashboardOf(rebound, uid);
    expect(after.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(asked(after.panels)).toEqual(
      asked(before.panels).map((query) => (query.role === 'SHADOW' ? { ...query, datasource: own.uid } : query)),
    );
  });

  // Only producers that are scraped for SHADOW move with it, and the web app does not.
  test.each(compared)('$uid says of its panels on SHADOW what must scrape the web app', ({ uid }) => {
    const { panels, json } = dashboardOf(rebound, uid);
    const gaps = panels.filter(({ queries }) => queries.some(isAboutWebApp));
    const silent = gaps.filter(
      ({ id }) => !/must scrape peak_trade_web/.test(json.find((panel) => panel.id === id)?.description ?? ''),
    );
    expect(silent.map(({ title }) => title)).toEqual([]);
    expect(gaps).toHaveLength(uid === overview.uid ? 0 : 2);
  });
});

describe('on a real Prometheus', () => {
  let server: PrometheusServer;
  beforeAll(async () => {
    server = await startPrometheus(samples());
  }, 60_000);
  afterAll(() => server.stop());

  test.each([
    [mainVsShadowOverview.uid, 'scrapes', 1_000, [0]],
    [mainVsShadowOverview.uid, 'scrapes', 9_000, []],
    [mainVsShadowOverview.uid, 'contract', 1_000, [1]],
    [mainVsShadowOverview.uid, 'contract', 9_000, [0]],
    [overview.uid, 'requestsMain', 1_000, [5]],
    [overview.uid, 'requestsMain', 9_000, []],
    [metricsDrift.uid, 'increase', 3_600, [9000]],
    [metricsDrift.uid, 'increase', 9_000, []],
  ])('%s: %s at %i s is %j, one of two instances being down until 3,600 s', async (uid, key, at, values) => {
    const { panels } = dashboardOf(local, uid);
    const panel = panels.find((one) => one.key === key || one.row === key);
    const expr = panel?.queries[0]?.expr.replaceAll('$__rate_interval', '1m') ?? 'no such panel';
    const answer = await server.query(expr, at);
    expect('series' in answer ? answer.series.map(({ value }) => Number(Number(value).toFixed(6))) : answer).toEqual(
      values,
    );
  });
});

/** An hour of a web app that serves 5 requests a second, and of an instance that is down. After it, nothing. */
function samples(): string {
  const times = Array.from({ length: 241 }, (_, index) => index * 15);
  const series = (name: string, labels: string, value: (time: number) => number): readonly string[] =>
    times.map((time) => `${name}{job="peak_trade_web",${labels}} ${value(time)} ${time}`);
  const route = 'instance="a:8000",method="GET",status_code="200"';
  return [
    '# TYPE up gauge',
    ...series('up', 'instance="a:8000"', () => 1),
    ...series('up', 'instance="b:8000"', () => 0),
    '# TYPE peak_trade_http_requests counter',
    ...series('peak_trade_http_requests_total', `${route},route="/"`, (time) => 3 * time),
    ...series('peak_trade_http_requests_total', `${route},route="/api"`, (time) => 2 * time),
    '# EOF',
    '',
  ].join('\n');
}

function asked(panels: readonly PanelFacts[]) {
  return panels.flatMap(({ key, row, queries }) =>
    queries.map(({ role, datasource: uid, expr }) => ({ key, row, role, datasource: uid, expr })),
  );
}

function isAboutWebApp({ role, expr }: { readonly role: string; readonly expr: string }): boolean {
  return role === 'SHADOW' && /peak_trade_web|peak_trade_http_/.test(expr);
}
