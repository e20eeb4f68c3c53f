import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildServers } from '../../src/core/pack/build/build-servers.js';
import { catalogLookup } from '../../src/core/catalog/lookup.js';
import { peakTrade } from '../../src/packs/peak-trade.js';
import { printSeconds } from '../../src/core/rule/emit-tests.js';
import { secondsOf } from '../../src/core/rule/timeline.js';
import { aiLiveAlertsV1 } from '../../src/rules/peak-trade/ai-live-alerts-v1.js';
import { pipelineAlertsV1 } from '../../src/rules/peak-trade/pipeline-alerts-v1.js';
import { everyNth } from '../campaign.js';
import { allPanels, builtPack } from '../dashboards/built-pack.js';
import { changedThresholds } from './changed-thresholds.js';
import { mutationOf, type Mutation, type RuleFile, type TestFile } from './mutation.js';
import { uncovered } from './uncovered.js';

const files = [aiLiveAlertsV1, pipelineAlertsV1];
const alertNames = files.flatMap(({ groups }) =>
  groups.flatMap(({ rules }) => rules.flatMap((rule) => (rule.kind === 'alert' ? [rule.name] : []))),
);
const texts: Record<string, string> = {};
const problems: string[] = [];

beforeAll(async () => {
  const lookup = catalogLookup(peakTrade.metrics.map(({ family }) => family));
  for await (const { artifact, findings } of buildServers(peakTrade, lookup)) {
    problems.push(...findings.map(({ id, message }) => `${id}: ${message}`));
    if (artifact !== undefined) texts[artifact.path] = artifact.text;
  }
});

test('nothing is wrong with the rules', () => {
  expect(problems).toEqual([]);
});

const pathsOf = (part: string): readonly string[] => Object.keys(texts).filter((path) => path.includes(part));

test('the six alerts of AI Live, and those of the pipeline', () => {
  expect(alertNames).toEqual([
    'AI_LIVE_ExporterDown',
    'AI_LIVE_StaleEvents',
    'AI_LIVE_ParseErrorsSpike',
    'AI_LIVE_DroppedEventsSpike',
    'AI_LIVE_LatencyP95High',
    'AI_LIVE_LatencyP99High',
    'PIPELINE_ExporterDown',
    'PIPELINE_NoEventsWhileRunExpected',
    'PIPELINE_ErrorRateSpike',
    'PIPELINE_RiskBlocksSpike',
  ]);
});

test('AI Live has its rules on 9094 alone; those of the pipeline are written, and loaded nowhere', () => {
  const loaded = pathsOf('prometheus.yml').map((path) => [
    path.split('/')[1],
    (parse(texts[path] ?? '') as { readonly rule_files?: unknown }).rule_files,
  ]);
  expect(Object.fromEntries(loaded)).toEqual({
    prom_local_9092: undefined,
    prom_main_9090: undefined,
    prom_ai_live_9094: ['rules/ai_live_alerts_v1.yml'],
    prom_observability_9095: undefined,
  });
  expect(pathsOf('/rules/')).toEqual([
    'prometheus/prom_local_9092/rules/pipeline_alerts_v1.yml',
    'prometheus/prom_ai_live_9094/rules/ai_live_alerts_v1.yml',
  ]);
});

test('severities, waiting times and summaries are those of the hand-written rules', () => {
  const { groups } = parse(texts['prometheus/prom_ai_live_9094/rules/ai_live_alerts_v1.yml'] ?? '') as RuleFile;
  const alerts = groups.flatMap(({ rules }) => rules.filter(({ alert }) => alert !== undefined));
  const found = alerts.map(({ alert, for: waits, labels, annotations }) => [
    alert,
    waits,
    labels,
    annotations?.['summary'],
  ]);
  const page = { severity: 'page', component: 'ai_live' };
  const warn = { severity: 'warn', component: 'ai_live' };
  expect(found).toEqual([
    ['AI_LIVE_ExporterDown', '1m', page, 'AI Live Exporter ist DOWN (job=ai_live)'],
    ['AI_LIVE_StaleEvents', '2m', warn, 'AI Live Events stale (source={{ $labels.source }})'],
    ['AI_LIVE_ParseErrorsSpike', '2m', warn, 'AI Live Parse Errors spike (5m)'],
    ['AI_LIVE_DroppedEventsSpike', '2m', warn, 'AI Live Drops spike (5m)'],
    ['AI_LIVE_LatencyP95High', '5m', warn, 'AI Live Decision Latency p95 > 250ms (5m)'],
    ['AI_LIVE_LatencyP99High', '5m', warn, 'AI Live Decision Latency p99 > 500ms (5m)'],
  ]);
});

test('no description names a server that does not scrape the exporter', () => {
  const aiLive = texts['prometheus/prom_ai_live_9094/rules/ai_live_alerts_v1.yml'] ?? '';
  expect(aiLive).toContain('http://127.0.0.1:9094/targets');
  expect(aiLive).not.toContain('9092');
});

test('every runbook link opens a panel of Grafana that says what to do, in the words of the page', async () => {
  const { dashboards } = await builtPack();
  const page = readFileSync(join(import.meta.dirname, '../../docs/peak-trade/runbook.md'), 'utf8');
  const links = pathsOf('/rules/').flatMap((path) =>
    (parse(texts[path] ?? '') as RuleFile).groups.flatMap(({ rules }) =>
      rules.flatMap(({ alert, annotations }) =>
        alert === undefined ? [] : [{ alert, link: annotations?.['runbook_url'] ?? '' }],
      ),
    ),
  );
  expect(links).toHaveLength(alertNames.length);
  const lost = links.filter(({ alert, link }) => {
    const { origin, pathname, searchParams } = new URL(link);
    const opened = dashboards.find(({ uid }) => pathname === `/d/${uid}`);
    const id = Number(/^panel-(\d+)$/.exec(searchParams.get('viewPanel') ?? '')?.[1]);
    const panel = opened === undefined ? undefined : allPanels(opened.json).find((each) => each.id === id);
    const content = panel?.options?.content ?? '';
    const isThere = content.split('\n').includes(`## ${alert}`) && page.includes(`\n${content}\n`);
    return origin !== 'http://127.0.0.1:3000' || !isThere;
  });
  expect(lost).toEqual([]);
});

test('the tests of every alert show it healthy, through a restart, at the first event and without traffic', () => {
  const names = pathsOf('/tests/').flatMap((path) =>
    (parse(texts[path] ?? '') as TestFile).tests.map(({ name }) => name),
  );
  expect(uncovered(alertNames, names)).toEqual([]);
});

describe('the tests of an alert fail when it is changed', () => {
  test.each(everyNth(2, alertNames))('%s: another threshold', { timeout: 120_000 }, async (name) => {
    const mutation = mutationWith(name);
    const changed = changedThresholds(mutation.ruleOf(name).expr);
    expect(changed.length).toBeGreaterThan(0);
    for (const expr of changed)
      expect([expr, await mutation.noticedBy(name, { [name]: { expr } })]).toEqual([expr, expect.any(String)]);
  });

  test.each(everyNth(2, alertNames.toReversed()))('%s: another waiting time', { timeout: 120_000 }, async (name) => {
    const mutation = mutationWith(name);
    const seconds = secondsOf(mutation.ruleOf(name).for ?? '');
    for (const waits of [seconds - 15, seconds + 15].map(printSeconds))
      expect([waits, await mutation.noticedBy(name, { [name]: { for: waits } })]).toEqual([waits, expect.any(String)]);
  });
});

const mutations = new Map<string, Mutation>();

/** The file that has an alert, to be changed. */
function mutationWith(alert: string): Mutation {
  const path = pathsOf('/rules/').find((each) => texts[each]?.includes(`alert: ${alert}\n`)) ?? '';
  const tests = path.replace('/rules/', '/tests/').replace('.yml', '_test.yml');
  const mutation = mutations.get(path) ?? mutationOf(texts[path] ?? '', texts[tests] ?? '');
  mutations.set(path, mutation);
  return mutation;
}
