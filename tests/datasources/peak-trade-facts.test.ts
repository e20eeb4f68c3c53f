import { print, type Alive, type Datasource, type Metric, type Producer, type Role } from 'dashpack';
import { describe, expect, test } from 'vitest';
import * as refs from '../../src/dashboards/peak-trade/refs.js';
import * as catalog from '../../src/datasources/peak-trade/index.js';
import { facts, type FamilyFact } from '../fixtures/peak-trade-facts.js';

const content: readonly unknown[] = Object.values(catalog);
const families = content.filter(isMetric).map((metric) => metric.family);

/** Where the facts have a sentence. Events that could not be parsed or were dropped were seen as well. */
const aliveInWords: Readonly<Record<string, string>> = {
  ai_live:
    'up{job="ai_live"} == 1 and on (job, instance) (peaktrade_ai_last_event_timestamp_seconds > 0' +
    ' or peaktrade_ai_events_parse_errors_total > 0 or peaktrade_ai_events_dropped_total > 0)',
};

describe('the catalog of Peak_Trade', () => {
  test('has the roles of the facts', () => {
    const roles = content.filter(isRole).map(({ name, variable, pinned }) => ({ name, variable, pinned }));
    const expected = Object.entries(facts.roles).map(([name, { variable, pinned }]) => ({ name, variable, pinned }));
    expect(byName(roles)).toStrictEqual(byName(expected));
  });

  test('binds them to their datasources', () => {
    const bound = Object.entries(catalog.bindings).map(([name, { uid }]) => ({ name, uid }));
    const expected = Object.entries(facts.roles).map(([name, { datasource }]) => ({ name, uid: datasource }));
    expect(byName(bound)).toStrictEqual(byName(expected));
  });

  test('has the datasources of the facts', () => {
    const datasources = content.filter(isDatasource).map(({ uid: name, url, isDefault }) => ({ name, url, isDefault }));
    const expected = Object.values(facts.datasources).map(({ uid, url, isDefault = false }) => ({
      name: uid,
      url,
      isDefault,
    }));
    expect(byName(datasources)).toStrictEqual(byName(expected));
  });

  test('has the producers of the facts, with their contracts', () => {
    const producers = content.filter(isProducer).map(({ job, port, path, scrapedBy, scrapeInterval, alive, note }) => ({
      name: job,
      port,
      path,
      scrapedBy,
      scrapeInterval,
      alive: print(alive() as Alive['node']),
      note,
    }));
    const expected = Object.entries(facts.producers).map(([name, fact]) => ({
      name,
      note: undefined,
      ...fact,
      alive: aliveInWords[name] ?? fact.alive,
    }));
    expect(byName(producers)).toStrictEqual(byName(expected));
  });

  test('has the families of the facts and no other', () => {
    const found = families.map(({ name, origin }) => ({ name, origin }));
    const expected = [
      ...Object.keys(facts.metrics).map((name) => ({ name, origin: 'exported' })),
      ...Object.keys(facts.universal).map((name) => ({ name, origin: 'universal' })),
      { name: 'ai_live:alert_rules:loaded', origin: 'recorded' },
      { name: 'ai_live:peaktrade_ai_decision_latency_ms:p95_5m', origin: 'recorded' },
      { name: 'ai_live:peaktrade_ai_decision_latency_ms:p99_5m', origin: 'recorded' },
    ];
    expect(byName(found)).toStrictEqual(byName(expected));
  });

  test.for(Object.entries({ ...facts.metrics, ...facts.universal }))('declares %s as the facts do', ([name, fact]) => {
    const family = families.find((other) => other.name === name);
    const { type, owners, producers, labels, unit, buckets, help = '' } = family ?? {};
    expect({ type, owners, job: producers?.[0]?.job, labels, unit, buckets }).toStrictEqual(expectedFamily(fact));
    expect(help).toContain(fact.help ?? fact.note ?? '');
    expect(help).toMatch(/^[A-Z1].*\.$/);
  });

  test('records the witness of the alert rules on AI_LIVE, without labels', () => {
    const { type, owners, labels } = catalog.aiAlertRulesLoaded.family;
    expect({ type, owners, labels }).toStrictEqual({ type: 'gauge', owners: ['AI_LIVE'], labels: {} });
  });
});

test('the dashboards stand in the folders of the facts', () => {
  const stand = Object.values(refs).map(({ uid: name, folder }) => ({ name, folder }));
  const expected = Object.entries(facts.folders).flatMap(([folder, uids]) => uids.map((name) => ({ name, folder })));
  expect(byName(stand)).toStrictEqual(byName(expected));
});

/** What the catalog must have for a fact: `job` and `instance` come from the scrape and are not among its labels. */
function expectedFamily({
  type,
  owner = [],
  job,
  labels,
  values = {},
  example = {},
  unit,
  buckets,
}: FamilyFact): object {
  return {
    type,
    owners: [owner].flat(),
    job,
    labels: Object.fromEntries(
      labels
        .filter((label) => label !== 'job' && label !== 'instance')
        .map((label) => [
          label,
          values[label] === undefined
            ? { kind: 'open', examples: example[label] ?? valuesElsewhere(job, label) }
            : { kind: 'finite', values: values[label] },
        ]),
    ),
    unit,
    buckets,
  };
}

/** Where a family has no example for a label, it takes what another family of its producer has. */
function valuesElsewhere(job: string | undefined, label: string): readonly string[] {
  const siblings = Object.values(facts.metrics).filter((fact) => fact.job === job);
  const lists = siblings.flatMap(({ values, example }) => [values?.[label], example?.[label]]);
  return lists.find((list) => list !== undefined) ?? [];
}

/** By name, so that neither order nor a name that stands twice is lost in the comparison. */
function byName<T extends { readonly name: string }>(list: readonly T[]): Readonly<Record<string, readonly T[]>> {
  const groups: Record<string, T[]> = {};
  for (const entry of list) (groups[entry.name] ??= []).push(entry);
  return groups;
}

function isMetric(value: unknown): value is Metric {
  return (typeof value === 'function' || typeof value === 'object') && value !== null && 'family' in value;
}

function isRole(value: unknown): value is Role<string> {
  return kindOf(value) === 'role';
}

function isDatasource(value: unknown): value is Datasource {
  return kindOf(value) === 'datasource';
}

function isProducer(value: unknown): value is Producer<string> {
  return kindOf(value) === 'producer';
}

function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
}
