import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import type { DashboardFacts } from '../../src/core/dashboard/facts.js';
import type { Finding } from '../../src/core/model/finding.js';
import { buildPack } from '../../src/core/pack/build/build-pack.js';
import { parse } from '../../src/core/promql/read/parse.js';
import { print } from '../../src/core/promql/print.js';
import { aiTradingCore } from '../../src/packs/ai-trading-core.js';
import { facts } from '../fixtures/ai-trading-core-facts.js';
import { startPrometheus, type PrometheusServer } from '../servers/prometheus.js';

const findings: Finding[] = [];
const built: { readonly facts: DashboardFacts; readonly json: unknown }[] = [];
/** What alerts ask, by their names. */
const asked = new Map<string, readonly string[]>();
for await (const event of buildPack(aiTradingCore)) {
  findings.push(...event.findings);
  for (const rule of event.rules?.facts ?? []) if (rule.kind === 'alert') asked.set(rule.name, rule.series);
  if (event.dashboard !== undefined) built.push(event.dashboard);
}
const [only] = built;
if (only === undefined) throw new Error('the pack has no dashboard');
const { panels } = only.facts;
const json = only.json as {
  readonly templating: { readonly list: readonly Readonly<Record<string, unknown>>[] };
};

/** The queries of a panel. */
function queriesOf(title: string): readonly string[] {
  const panel = panels.find((each) => each.title === title);
  if (panel === undefined) throw new Error(`no panel is called "${title}"`);
  return panel.queries.map(({ expr }) => expr);
}

test('nothing is wrong', () => {
  expect(findings).toEqual([]);
  expect(built).toHaveLength(1);
});

test('the panels are those of the facts, in their order', () => {
  const asking = panels.filter(({ queries }) => queries.length > 0);
  // Then those without which some scenario would be seen nowhere.
  const added = ['Bars per venue (5m)', 'Newest row of each dataset', 'Contract violations (1h)'];
  expect(asking.map(({ title }) => title)).toEqual([...facts.dashboard.panels, ...added]);
  // The runbook asks nothing, and is folded away.
  expect(panels.filter((each) => !asking.includes(each)).map(({ title }) => title)).toEqual(['Runbook: alerts']);
});

test('the variables list several values, All among them, from what the feed exports', () => {
  const listed = json.templating.list.filter(({ type }) => type === 'query');
  expect(listed).toEqual([
    expect.objectContaining({ name: 'venue', multi: true, includeAll: true, allValue: '.*' }),
    expect.objectContaining({ name: 'symbol', multi: true, includeAll: true, allValue: '.*' }),
  ]);
  expect(json.templating.list.map(({ name }) => name)).toEqual(['DS_FEED', ...facts.dashboard.variables]);
});

test('every query filters by each variable whose label its metric has, and by no other', () => {
  const labels = new Map(aiTradingCore.metrics.map(({ family }) => [family.name, Object.keys(family.labels)] as const));
  for (const { expr, series } of panels.flatMap(({ queries }) => queries)) {
    const own = new Set(series.flatMap((name) => labels.get(name.replace(/_bucket$/, '')) ?? []));
    const expected = facts.dashboard.variables.filter((name) => own.has(name));
    const applied = facts.dashboard.variables.filter((name) => expr.includes(`${name}=~"$${name}"`));
    expect({ expr, applied }).toEqual({ expr, applied: expected });
  }
});

test('what is recorded is shown by a panel and compared by an alert', () => {
  const recorded = aiTradingCore.metrics.filter(({ family }) => family.origin === 'recorded');
  expect(recorded).toHaveLength(5);
  const shown = new Set(panels.flatMap(({ queries }) => queries.flatMap(({ series }) => series)));
  const compared = new Set([...asked.values()].flat());
  for (const { family } of recorded) {
    const { name } = family;
    expect({ name, shown: shown.has(name), compared: compared.has(name) }).toEqual({
      name,
      shown: true,
      compared: true,
    });
  }
});

test('every query parses and is printed as it is read', () => {
  const queries = panels.flatMap(({ title }) => queriesOf(title));
  expect(queries.map((expr) => print(parse(expr)))).toEqual(queries);
});

/** The end of the samples: a Unix time in seconds. */
const end = 1_700_000_000;
const every = 10;

describe('against a Prometheus', () => {
  let healthy: PrometheusServer;
  let dead: PrometheusServer;
  beforeAll(async () => {
    [healthy, dead] = await Promise.all([startPrometheus(samples(1, 0)), startPrometheus(samples(0, 20))]);
  });
  afterAll(async () => {
    await Promise.all([healthy?.stop(), dead?.stop()]);
  });

  async function shown(server: PrometheusServer, expr: string, symbol = '.*', venue = '.*'): Promise<object> {
    const answer = await server.query(expr.replaceAll('$venue', venue).replaceAll('$symbol', symbol), end);
    if ('error' in answer) throw new Error(`${expr}: ${answer.error}`);
    return Object.fromEntries(
      answer.series.map(({ labels, value }) => [labels['venue'] ?? labels['feature'] ?? '', Number(value)]),
    );
  }

  test('transport latency: of the symbols that are selected, and none of a venue without traffic', async () => {
    const [expr = ''] = queriesOf('Transport p99 (ms) per venue');
    expect(await shown(healthy, expr)).toEqual({ binance: expect.closeTo(496, 6) });
    expect(await shown(healthy, expr, 'BTCUSDT')).toEqual({ binance: expect.closeTo(9.95, 6) });
    expect(await shown(healthy, expr, '.*', 'kraken')).toEqual({});
  });

  test('bars: the sum, 0 while none arrives, and nothing from a dead connector', async () => {
    const [expr = ''] = queriesOf('Bars/sec (global)');
    expect(await shown(healthy, expr)).toEqual({ '': expect.closeTo(0.3, 6) });
    expect(await shown(healthy, expr, '.*', 'kraken')).toEqual({ '': 0 });
    expect(await shown(healthy, expr, '.*', 'nobody')).toEqual({ '': 0 });
    expect(await shown(dead, expr)).toEqual({});
  });
});

/**
 * Ten minutes of scrapes. Binance: BTCUSDT takes 10 ms at most, ETHUSDT 500 ms, both as often. Kraken is silent.
 *
 * @param up the last sample of `up`
 * @param missing how many of the last scrapes failed
 */
function samples(up: 0 | 1, missing: number): string {
  const count = 61;
  const lines = (series: string, value: (scrape: number) => number, until = count - missing): readonly string[] =>
    Array.from({ length: until }, (_, scrape) => `${series} ${value(scrape)} ${end - (count - 1 - scrape) * every}`);
  const scraped = 'job="live_connector",instance="live_connector:8000"';
  const bars = (venue: string, symbol: string, step: number): readonly string[] =>
    lines(`feed_bars_total{${scraped},venue="${venue}",symbol="${symbol}"}`, (scrape) => 100 + scrape * step);
  const latency = (venue: string, symbol: string, bound: number, step: number): readonly string[] =>
    [5, 10, 300, 500, Infinity].flatMap((le) =>
      lines(
        `feed_transport_latency_ms_bucket{${scraped},venue="${venue}",symbol="${symbol}",le="${le === Infinity ? '+Inf' : le}"}`,
        (scrape) => (le < bound ? 0 : 50 + scrape * step),
      ),
    );
  return [
    ...bars('binance', 'BTCUSDT', 2),
    ...bars('binance', 'ETHUSDT', 1),
    ...bars('kraken', 'BTCUSDT', 0),
    ...latency('binance', 'BTCUSDT', 10, 4),
    ...latency('binance', 'ETHUSDT', 500, 4),
    ...latency('kraken', 'BTCUSDT', 500, 0),
    ...lines(`up{${scraped}}`, (scrape) => (scrape < count - missing ? 1 : up), count),
    '# EOF',
    '',
  ].join('\n');
}
