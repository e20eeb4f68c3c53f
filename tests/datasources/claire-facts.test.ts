import { describe, expect, test } from 'vitest';
import type { Datasource } from '../../src/core/catalog/datasource.js';
import { claire } from '../../src/packs/claire.js';
import * as catalog from '../../src/datasources/claire/index.js';
import { facts } from '../fixtures/claire-facts.js';

const families = new Map(claire.metrics.map(({ family }) => [family.name, family]));

/** Recommended by the audit, not deployed: they are in no list of the facts. */
const recommended = { node_exporter: 9100, cadvisor: 8080 };

describe('the catalog of Claire de Binare', () => {
  test('has the roles of the facts, each bound to its datasource', () => {
    const roles = claire.roles.map(({ name, variable, pinned }) => {
      const bound = new Map(Object.entries<Datasource>(claire.bindings)).get(name);
      return [name, { datasource: bound?.uid, variable, pinned, type: bound?.type }];
    });
    const expected = Object.entries(facts.roles).map(([name, fact]) => [name, { type: 'prometheus', ...fact }]);
    expect(roles).toEqual(expected);
  });

  test('has the datasources of the facts, and the password is in the environment', () => {
    const { prometheus, postgres } = facts.datasources;
    const { password, ...known } = postgres ?? {};
    expect(catalog.prometheusServer).toMatchObject({ ...prometheus, scrapesItself: true });
    expect(catalog.postgresServer).toMatchObject(known);
    expect(password).toMatch(/environment/);
    expect(catalog.postgresServer.passwordFrom).toBe('CLAIRE_POSTGRES_PASSWORD');
  });

  test('has the producers of the facts, and those that are recommended', () => {
    const producers = [...claire.producers, catalog.prometheusItself];
    const ports = Object.fromEntries(producers.map(({ job, port }) => [job, port]));
    const expected = Object.entries(facts.producers).map(([job, { port }]): [string, number] => [job, port]);
    expect(ports).toEqual({ ...Object.fromEntries(expected), ...recommended });
    expect(catalog.prometheusItself.note).toBe(facts.producers['prometheus']?.note);
    for (const { job, host, note } of claire.producers) {
      expect(host).toBe(job);
      expect(note?.includes('not deployed') ?? false).toBe(job in recommended);
    }
  });

  test('has the families of the facts, `up`, and no other', () => {
    expect([...families.keys()].toSorted()).toEqual([...Object.keys(facts.metrics), 'up'].toSorted());
  });

  test.for(Object.entries(facts.metrics))('declares %s as the facts do', ([name, fact]) => {
    const { type, labels = {}, owners, producers, missing, help = '' } = families.get(name) ?? {};
    expect({ type, owners, labels: Object.keys(labels), jobs: jobs(producers) }).toEqual({
      type: fact.type,
      owners: ['PROM'],
      labels: fact.labels,
      jobs: jobs(fact.job?.map((job) => ({ job }))),
    });
    expect(missing === undefined).toBe(fact.exported !== false);
    expect(help).toMatch(/^[A-Z0-9].*\.$/);
  });

  test('what is missing waits for who would know it', () => {
    const waits = Object.fromEntries(
      [...families.values()].flatMap(({ name, missing }) =>
        missing === undefined ? [] : [[name.split('_')[0] ?? '', missing.producer.job]],
      ),
    );
    expect(waits).toMatchObject({
      container: 'cadvisor',
      node: 'node_exporter',
      pg: 'cdb_postgres_exporter',
      redis: 'cdb_redis_exporter',
    });
  });
});

function jobs(producers: readonly { readonly job: string }[] | undefined): readonly string[] | undefined {
  return producers?.map(({ job }) => job).toSorted();
}
