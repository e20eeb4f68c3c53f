import { describe, expect, test } from 'vitest';
import config from '../../dashpack.config.js';
import { aiTradingCore } from '../../src/packs/ai-trading-core.js';
import * as refs from '../../src/dashboards/ai-trading-core/refs.js';
import { facts, type FamilyFact } from '../fixtures/ai-trading-core-facts.js';

const families = aiTradingCore.metrics.map(({ family }) => family);

describe('the catalog of AI Trading Core', () => {
  test('has the role of the facts, bound to its datasource', () => {
    const roles = aiTradingCore.roles.map(({ name, variable, pinned }) => [
      name,
      { datasource: aiTradingCore.bindings[name as 'FEED'].uid, variable, pinned },
    ]);
    expect(Object.fromEntries(roles)).toEqual(facts.roles);
    const datasources = aiTradingCore.datasources.map(({ uid, url, isDefault }) => [uid, { uid, url, isDefault }]);
    expect(Object.fromEntries(datasources)).toEqual(facts.datasources);
  });

  test('has the producer of the facts, which runs under its own name', () => {
    const producers = aiTradingCore.producers.map(({ job, host, port, path, scrapedBy }) => ({
      job,
      host,
      port,
      path,
      scrapedBy: scrapedBy.map((role) => aiTradingCore.bindings[role as 'FEED'].uid),
    }));
    expect(producers).toEqual([{ job: 'live_connector', host: 'live_connector', ...facts.producers.live_connector }]);
  });

  test('has the families of the facts and no other but up and what is recorded', () => {
    const exported = families.filter(({ origin }) => origin === 'exported').map(({ name }) => name);
    expect(exported).toEqual(Object.keys(facts.metrics));
    expect(families.filter(({ origin }) => origin === 'universal').map(({ name }) => name)).toEqual(['up']);
  });

  test.for(Object.entries(facts.metrics))('declares %s as the facts do', ([name, fact]) => {
    const family = families.find((each) => each.name === name);
    const { type, labels = {}, unit, buckets, owners, producers, help = '' } = family ?? {};
    const jobs = producers?.map(({ job }) => job);
    expect({ type, unit, buckets, owners, jobs }).toEqual({
      type: fact.type,
      unit: unitOf(name, fact),
      buckets: fact.buckets,
      owners: ['FEED'],
      jobs: ['live_connector'],
    });
    expect(help).toContain(fact.help ?? '');
    expect(labels).toEqual(
      Object.fromEntries(
        fact.labels.map((label) => [
          label,
          { kind: 'open', examples: facts.examples[label as keyof typeof facts.examples] },
        ]),
      ),
    );
  });

  test('the dashboard has the title of the facts', () => {
    expect(Object.values(refs).map(({ title }) => title)).toContain(facts.dashboard.title);
  });
});

test('beside the other packs there is one default datasource, and it is another one', () => {
  const defaults = config.packs.flatMap(({ datasources }) =>
    datasources.filter(({ isDefault }) => isDefault).map(({ uid }) => uid),
  );
  expect(defaults).toEqual(['prom_local_9092']);
});

/** The facts give a family in minutes its unit by its name alone. */
function unitOf(name: string, { unit }: FamilyFact): string | undefined {
  return name.endsWith('_minutes') ? 'minutes' : unit;
}
