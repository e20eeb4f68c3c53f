import { expect, test } from 'vitest';
import { readClassicDashboard } from '../../../../src/core/document/read/classic.js';
import { findDrift as drift } from '../../../../src/core/inspect/gates/live/drift.js';

const panel = (id: number, title: string) => ({
  id,
  title,
  type: 'stat',
  options: { graphMode: 'none' },
  targets: [{ refId: 'A', expr: 'up' }],
});
const built = {
  uid: 'web',
  title: 'Web',
  schemaVersion: 39,
  panels: [panel(1, 'A'), panel(2, 'B')],
  templating: { list: [{ name: 'DS_LOCAL', hide: 2 }] },
};

const findDrift = (inGrafana: Parameters<typeof drift>[0], json: typeof built) =>
  drift(inGrafana, {
    json,
    document: readClassicDashboard(json, []),
    lookup: Object.assign(() => undefined, { names: [] }),
  });

test.each([
  ['itself', {}, []],
  ['id and version', { id: 7, version: 3, iteration: 12 }, []],
  ['empty values', { links: [], description: '', gnetId: null, liveNow: false }, []],
  ['a value that was not built', { refresh: '5s' }, ['  refresh: - 5s']],
  ['another title', { title: 'Mine' }, ['  title: "Mine" → "Web"']],
  ['a panel too many', { panels: [...built.panels, panel(3, 'C')] }, ['- panel "C" (stat)', '    query: - up']],
  ['a panel too few', { panels: [panel(1, 'A')] }, ['+ panel "B" (stat)', '    query: + up']],
  [
    'a visible variable',
    { templating: { list: [{ name: 'DS_LOCAL', hide: 0 }] } },
    ['  variable "DS_LOCAL", in the bar: shown → hidden'],
  ],
])('Grafana has %s', (_name, change, differences) => {
  expect(findDrift({ ...built, ...change }, built)).toEqual({ differences, migratedTo: undefined });
});

test('what a newer schema adds is not a difference; what it changes is', () => {
  const moved = {
    ...built,
    schemaVersion: 42,
    refresh: '5s',
    panels: [{ ...panel(1, 'A'), transparent: true }, panel(2, 'B')],
  };
  expect(findDrift(moved, built)).toEqual({ differences: [], migratedTo: 42 });
  expect(findDrift({ ...moved, title: 'Mine' }, built).differences).toHaveLength(1);
});

test('an older schema is a difference', () => {
  expect(findDrift({ ...built, schemaVersion: 36 }, built).differences).toHaveLength(1);
});

test('what an operator sets in a panel is a difference', () => {
  const edited = {
    ...built,
    panels: [{ ...panel(1, 'A'), transparent: true, pluginVersion: '12.0.0' }, panel(2, 'B')],
  };
  const { differences } = findDrift(edited, built);
  expect(differences).toEqual(['  panel "A" (stat)', '    transparent: - true']);
});
