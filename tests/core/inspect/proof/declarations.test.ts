import { describe, expect, test } from 'vitest';
import { counter, dashboardRef, datasource, eq, gauge, pack, producer, role, universal } from 'dashpack';
import { blind, down, elsewhere, onlyIn, scenario, valuesIn } from 'dashpack/simulate';
import { readClassicDashboard } from '../../../../src/core/document/read/classic.js';
import { deadFamilies, downIn, downScenario } from '../../../../src/core/inspect/proof/dead.js';
import { expectedAt, strayExpectations } from '../../../../src/core/inspect/proof/expected.js';
import { inMode, variableModes } from '../../../../src/core/inspect/proof/variable-modes.js';

const web = dashboardRef({ uid: 'web', title: 'Web', folder: 'web' });
const storm = scenario('storm', 'It storms.', []);
const declared = [
  onlyIn(storm, web, ['row/rejects', 'row/two:B'], 'nothing is rejected'),
  elsewhere(web, ['row/main'], 'others may have it'),
  valuesIn(web, ['row/drift'], { low: -5 }, 'it is a difference'),
];

describe('expectations', () => {
  test('one of a panel is one of all its queries, one of a query only of that', () => {
    expect(expectedAt(declared, 'web', 'row/rejects:A').scenario).toBe('storm');
    expect(expectedAt(declared, 'web', 'row/two:A').scenario).toBeUndefined();
    expect(expectedAt(declared, 'web', 'row/two:B').scenario).toBe('storm');
    expect(expectedAt(declared, 'other', 'row/rejects:A').scenario).toBeUndefined();
    expect(expectedAt(declared, 'web', 'row/main:A').elsewhere).toBe('others may have it');
    expect(expectedAt(declared, 'web', 'row/drift:A').range).toMatchObject({ low: -5, high: Infinity });
  });

  test('what is about no query, or names no scenario of the pack, is said', () => {
    const known = ['row/rejects:A', 'row/two:B', 'row/drift:A'].map((place) => ({ dashboard: 'web', place }));
    expect(strayExpectations(declared, known, ['healthy'])).toEqual([
      'the expectations name the scenario storm, which the pack does not list',
      'row/main of web is declared in the expectations, but is not one of its queries',
    ]);
  });
});

const LOCAL = role('LOCAL', { pinned: true });
const prom = datasource('prom', { url: 'http://prometheus:9090', isDefault: true });
const up = universal('up', 'gauge', { help: 'Up.', unit: 'bool' });
const make = (job: 'a' | 'b', port: number) =>
  producer(job, { port, scrapedBy: [LOCAL], scrapeInterval: '5s', alive: () => eq(up.on(LOCAL)({ job }), 1) });
const a = make('a', 8000);
const b = make('b', 8001);
const own = counter('own_total', { owner: LOCAL, producer: a, help: 'Own.' });
const both = gauge('both', { owner: LOCAL, producer: [a, b], help: 'Both.' });
const beat = gauge('beat', { owner: LOCAL, producer: a, help: 'Beat.' });
const example = pack({
  name: 'example',
  title: 'Example',
  roles: [LOCAL],
  datasources: [prom],
  bindings: { LOCAL: prom },
  producers: [a, b],
  metrics: [up, own, both, beat],
  dashboards: [],
});

describe('what is dead', () => {
  const nobody = new Set<string>();
  const dead = scenario('dead', 'It is dead.', [down(a, { from: '1m' })]);
  const unseeing = scenario('unseeing', 'It sees nothing.', [blind(a, { but: [beat] })]);

  test('families that nobody exports any more', () => {
    expect([...downIn(dead)]).toEqual(['a']);
    expect([...deadFamilies(example, dead, nobody)]).toEqual(['own_total', 'beat']);
    expect([...deadFamilies(example, downScenario(dead, 'b'), nobody)]).toEqual(['own_total', 'both', 'beat']);
  });

  test('of a blind producer all but what it exports, unless it says that it is alive', () => {
    expect([...deadFamilies(example, unseeing, nobody)]).toEqual(['own_total']);
    expect([...deadFamilies(example, unseeing, new Set(['a']))]).toEqual([]);
  });

  test('nothing that comes back', () => {
    const back = scenario('back', 'It comes back.', [down(a, { from: '1m', to: '2m' })]);
    expect([...deadFamilies(example, back, nobody)]).toEqual([]);
  });
});

describe('modes of variables', () => {
  const dashboard = (variable: object) =>
    readClassicDashboard({ panels: [], templating: { list: [{ name: 'v', type: 'query', ...variable }] } }, []);

  test('All is one where it can be chosen', () => {
    expect(variableModes(dashboard({ includeAll: true }))).toEqual(['default', 'all', 'one value']);
    expect(variableModes(dashboard({}))).toEqual(['default', 'one value']);
    expect(variableModes(dashboard({ type: 'datasource' }))).toEqual(['default']);
  });

  test('one value is still written as one of several', () => {
    const [variable] = inMode(dashboard({ includeAll: true, allValue: '.*' }), 'one value').variables;
    expect(variable).toMatchObject({ includeAll: false, multi: true, current: [], allValue: undefined });
  });
});
