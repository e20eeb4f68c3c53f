import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildPack } from '../../src/core/pack/build/build-pack.js';
import { printSeconds } from '../../src/core/rule/emit-tests.js';
import { secondsOf } from '../../src/core/rule/timeline.js';
import { aiTradingCore } from '../../src/packs/ai-trading-core.js';
import { allPanels, builtPack } from '../dashboards/built-pack.js';
import { temporaryFiles } from '../servers/promtool.js';
import { everyNth } from '../campaign.js';
import { changedThresholds } from './changed-thresholds.js';
import { mutationOf, type RuleFile, type TestFile } from './mutation.js';
import { uncovered } from './uncovered.js';

const server = 'prometheus/prom_feed_9090';
const texts: Record<string, string> = {};
for await (const { artifact } of buildPack(aiTradingCore)) {
  if (artifact !== undefined) texts[artifact.path] = artifact.text;
}
const rulesText = texts[`${server}/rules/live_feed_alerts.yml`] ?? '';
const testsText = texts[`${server}/tests/live_feed_alerts_test.yml`] ?? '';
const mutation = mutationOf(rulesText, testsText);
const alerts = (parse(rulesText) as RuleFile).groups
  .flatMap(({ rules }) => rules)
  .filter(({ alert }) => alert !== undefined);
const tests = parse(testsText) as TestFile;

test('the alerts of the facts, their global variants, and one for the connector', () => {
  expect(alerts.map(({ alert, for: waits, labels }) => [alert, waits, labels?.['severity']])).toEqual([
    ['LiveConnectorDown', '1m', 'critical'],
    ['NoBarsIn5m', '2m', 'critical'],
    ['HighBarCloseLag', '5m', 'warning'],
    ['HighBarCloseLagGlobal', '5m', 'warning'],
    ['TransportLatencyP99High', '5m', 'warning'],
    ['TransportLatencyP99HighGlobal', '5m', 'warning'],
    ['FeatureLatencyP99High', '5m', 'warning'],
    ['ReconnectSpike', '1m', 'warning'],
    ['QueueDepthHigh', '5m', 'warning'],
  ]);
});

test('every runbook link opens a panel of Grafana that says what to do, in the words of the page', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/ai-trading-core/runbook.md'), 'utf8');
  const { dashboards } = await builtPack(aiTradingCore);
  const [only] = dashboards.map(({ json }) => json);
  if (only === undefined) throw new Error('no dashboard was built');
  const runbook = allPanels(only).find(({ title }) => title === 'Runbook: alerts');
  const link = `http://localhost:3000/d/${only.uid}?viewPanel=panel-${runbook?.id}`;
  expect(new Set(alerts.map(({ annotations }) => annotations?.['runbook_url']))).toEqual(new Set([link]));

  const content = runbook?.options?.content ?? '';
  expect(page.endsWith(`\n${content}\n`)).toBe(true);
  const headings = [...content.matchAll(/^## (.+)$/gm)].map(([, name = '']) => name);
  expect(alerts.map(({ alert }) => alert ?? '').toSorted()).toEqual(headings.toSorted());
});

test('the tests of every alert show it healthy, through a restart, at the first event and without traffic', () => {
  const names = alerts.map(({ alert }) => alert ?? '');
  const shown = uncovered(
    names,
    tests.tests.map(({ name }) => name),
  );
  expect(shown).toEqual([]);
});

test('the server scrapes the connector and sends its alerts to Alertmanager', () => {
  const config: unknown = parse(texts[`${server}/prometheus.yml`] ?? '');
  expect(config).toMatchObject({
    rule_files: ['rules/live_feed_alerts.yml'],
    scrape_configs: [{ job_name: 'live_connector', static_configs: [{ targets: ['live_connector:8000'] }] }],
    alerting: { alertmanagers: [{ static_configs: [{ targets: ['alertmanager:9093'] }] }] },
  });
});

describe('the tests of an alert fail when something is changed', () => {
  const names = alerts.map(({ alert = '' }) => alert);

  test.each(everyNth(2, names))('%s: another threshold', { timeout: 120_000 }, async (name) => {
    const { expr } = mutation.ruleOf(name);
    // Of whole numbers, 3.3 is the same limit as 3.
    const changed =
      name === 'ReconnectSpike' ? ['> 4', '> 2'].map((to) => expr.replace('> 3', to)) : changedThresholds(expr);
    expect(changed.length).toBeGreaterThan(0);
    for (const other of changed)
      expect([other, await mutation.noticedBy(name, { [name]: { expr: other } })]).toEqual([other, expect.any(String)]);
  });

  test.each(everyNth(2, names.toReversed()))('%s: another waiting time', { timeout: 120_000 }, async (name) => {
    const seconds = secondsOf(mutation.ruleOf(name).for ?? '');
    for (const waits of [seconds - 10, seconds + 10].map(printSeconds))
      expect([waits, await mutation.noticedBy(name, { [name]: { for: waits } })]).toEqual([waits, expect.any(String)]);
  });

  test.each([
    ['venue:feed_transport_latency_ms:p99_rate5m', '0.99', '0.98', 'TransportLatencyP99High'],
    ['venue:feed_transport_latency_ms:p99_rate5m', '0.99', '0.995', 'TransportLatencyP99High'],
    ['venue:feed_transport_latency_ms:p99_rate5m', 'by (le, venue)', 'by (le)', 'TransportLatencyP99High'],
    ['feature:feature_compute_ms:p99_rate5m', '0.99', '0.98', 'FeatureLatencyP99High'],
    ['feature:feature_compute_ms:p99_rate5m', '0.99', '0.995', 'FeatureLatencyP99High'],
    ['venue_symbol:feed_bar_close_lag_ms:max5m', '[5m]', '[4m]', 'HighBarCloseLag'],
    ['queue:feed_queue_depth:max5m', 'max_over_time', 'avg_over_time', 'QueueDepthHigh'],
    ['venue:feed_reconnects:increase5m', '== 1', '== 2', 'ReconnectSpike'],
    ['venue:feed_reconnects:increase5m', 'offset 5m == 1', 'offset 5m >= 0', 'ReconnectSpike'],
    [
      'venue:feed_reconnects:increase5m',
      'feed_reconnects_total offset 5m',
      'feed_reconnects_total offset 1m',
      'ReconnectSpike',
    ],
    ['venue:feed_reconnects:increase5m', 'increase', 'delta', 'ReconnectSpike'],
  ])('%s: %s → %s', { timeout: 60_000 }, async (record, from, to, alert) => {
    const { expr } = mutation.ruleOf(record);
    expect(expr).toContain(from);
    expect(await mutation.noticedBy(alert, { [record]: { expr: expr.replace(from, to) } })).toEqual(expect.any(String));
  });
});

describe("Alertmanager's configuration", () => {
  const token = '123456:dummy-token-of-a-test';
  test('rendered from secret files, passes amtool; no generated file has a secret', () => {
    expect(JSON.stringify(texts)).not.toContain(token);
    const folder = temporaryFiles({
      ...texts,
      'secrets/telegram_bot_token': token,
      'secrets/telegram_chat_id': '-1001\n',
    });
    const rendered = spawnSync('sh', ['alertmanager/render.sh'], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], SECRETS: 'secrets', OUTPUT: 'alertmanager.yml' },
    });
    expect({ status: rendered.status, stderr: rendered.stderr }).toEqual({ status: 0, stderr: '' });
    expect(rendered.stdout).not.toContain(token);
    const config: unknown = parse(readFileSync(join(folder, 'alertmanager.yml'), 'utf8'));
    expect(config).toMatchObject({
      route: { receiver: 'telegram' },
      receivers: [{ name: 'telegram', telegram_configs: [{ bot_token: token, chat_id: -1001 }] }],
    });
    const checked = spawnSync('amtool', ['check-config', 'alertmanager.yml'], { cwd: folder, encoding: 'utf8' });
    expect({ status: checked.status, said: checked.stdout }).toEqual({
      status: 0,
      said: expect.stringContaining('SUCCESS'),
    });
  });
});

test('the compose file has the profiles and named volumes of the source, and publishes on the loopback interface', () => {
  const { services, volumes } = parse(texts['compose/live-feed/compose.yml'] ?? '') as {
    readonly services: Readonly<Record<string, { profiles?: readonly string[]; ports?: readonly string[] }>>;
    readonly volumes: Readonly<Record<string, unknown>>;
  };
  const profiles = Object.entries(services).map(([name, service]) => [name, service.profiles]);
  expect(Object.fromEntries(profiles)).toEqual({
    live_connector: undefined,
    prometheus: undefined,
    grafana: ['ui'],
    am_init: ['alerting'],
    alertmanager: ['alerting'],
  });
  expect(Object.keys(volumes)).toEqual(expect.arrayContaining(['prom_data', 'grafana_data']));
  const ports = Object.values(services).flatMap((service) => service.ports ?? []);
  expect(ports).not.toEqual([]);
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
});
