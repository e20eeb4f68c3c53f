import { describe, expect, test } from 'vitest';
import { datasourceChecks } from '../../../../../src/core/lint/checks/datasource/index.js';
import type { Json } from '../../../../../src/core/model/json.js';
import { itFinds, itSurvives } from '../group-cases.js';
import { notProvisioned } from '../../../../../src/core/lint/checks/datasource/not-provisioned.js';
import { readClassicDashboard } from '../../../../../src/core/document/read/classic.js';
import { checkDashboard } from '../../../../../src/core/lint/run/run-checks.js';
import { cleanDashboard } from '../../lint-one.js';
import { noRoles } from '../contexts.js';

/** A visible drop-down of datasources, and its value. */
const choice = (value: string): { [key: string]: Json } => ({
  name: 'ds',
  type: 'datasource',
  query: 'prometheus',
  hide: 0,
  current: { text: value, value },
});

describe('datasource/not-provisioned', () => {
  itFinds(datasourceChecks, [
    [
      'the example of its page',
      {
        'panels/2/datasource': { type: 'prometheus', uid: 'prom_old' },
        'panels/2/targets/0/datasource': { type: 'prometheus', uid: 'prom_old' },
      },
      [
        'datasource/not-provisioned panels.2.datasource.uid: the panel "Up" asks the datasource "prom_old", which the pack web does not provision',
      ],
      noRoles,
    ],
    [
      'a name from before Grafana 8.3',
      { 'panels/2/datasource': 'Prometheus', schemaVersion: 30, 'panels/2/targets/0/datasource': 'Prometheus' },
      [
        'datasource/not-provisioned panels.2.datasource: the panel "Up" asks the datasource "Prometheus", which the pack web does not provision',
      ],
      noRoles,
    ],
    [
      "a variable's and an annotation's",
      {
        'templating/list/0/datasource': { type: 'prometheus', uid: 'a' },
        'annotations/list/0/datasource': { type: 'prometheus', uid: 'b' },
      },
      [
        'datasource/not-provisioned templating.list.0.datasource.uid: the variable "route" asks the datasource "a", which the pack web does not provision',
        'datasource/not-provisioned annotations.list.0.datasource.uid: the annotation "Restarts" asks the datasource "b", which the pack web does not provision',
      ],
      noRoles,
    ],
    [
      'several that name one uid: one finding, at the first',
      {
        'panels/1/datasource': { type: 'prometheus', uid: 'prom_old' },
        'panels/1/targets/0/datasource': { type: 'prometheus', uid: 'prom_old' },
        'panels/2/datasource': { type: 'prometheus', uid: 'prom_old' },
        'panels/2/targets/0/datasource': { type: 'prometheus', uid: 'prom_old' },
        'templating/list/0/datasource': { type: 'prometheus', uid: 'prom_old' },
        'annotations/list/0/datasource': { type: 'prometheus', uid: 'prom_old' },
      },
      [
        'datasource/not-provisioned panels.1.datasource.uid: 2 panels, 1 variable and 1 annotation ask the datasource "prom_old", which the pack web does not provision: the panel "Requests by route", the panel "Up", the variable "route" and 1 more',
      ],
      noRoles,
    ],
    [
      'a drop-down that is at first what there is not',
      {
        'templating/list/1': choice('Prometheus'),
        'panels/2/datasource': { type: 'prometheus', uid: '$ds' },
        'panels/2/targets/0/datasource': null,
      },
      [
        'datasource/not-provisioned templating.list.1.current: the variable "ds" is "Prometheus" at first, which the pack web does not provision: Grafana chooses another datasource',
      ],
      noRoles,
    ],
    [
      'silent: a drop-down that is the default at first',
      {
        'templating/list/1': choice('default'),
        'panels/2/datasource': { type: 'prometheus', uid: '$ds' },
        'panels/2/targets/0/datasource': null,
      },
      [],
      noRoles,
    ],
    [
      'silent: a drop-down of other datasources',
      {
        'templating/list/1': { ...choice('Loki'), query: 'loki' },
        'panels/2/datasource': { type: 'prometheus', uid: '$ds' },
        'panels/2/targets/0/datasource': null,
      },
      [],
      noRoles,
    ],
    [
      'silent: without a pack',
      {
        'panels/2/datasource': { type: 'prometheus', uid: 'prom_old' },
        'panels/2/targets/0/datasource': { type: 'prometheus', uid: 'prom_old' },
      },
    ],
    [
      'silent: a variable',
      {
        'panels/2/datasource': { type: 'prometheus', uid: '${DS_WEB}' },
        'templating/list/1': {
          name: 'DS_WEB',
          type: 'datasource',
          query: 'prometheus',
          regex: '/^prom$/',
          refresh: 1,
          hide: 2,
          skipUrlSync: true,
          current: { text: 'prom', value: 'prom' },
        },
        'panels/2/targets/0/datasource': { type: 'prometheus', uid: '${DS_WEB}' },
      },
      [],
      noRoles,
    ],
    ['silent: mixed', { 'panels/2/datasource': { type: 'datasource', uid: '-- Mixed --' } }, [], noRoles],
    [
      'silent: the built-in annotation',
      {
        'annotations/list/0': {
          builtIn: 1,
          datasource: { type: 'grafana', uid: '-- Grafana --' },
          name: 'Annotations & Alerts',
        },
      },
      [],
      noRoles,
    ],
    [
      'silent: an expression',
      { 'panels/2/targets/1': { refId: 'B', datasource: { type: '__expr__', uid: '__expr__' }, expression: 'A' } },
      [],
      noRoles,
    ],
  ]);
  itSurvives(datasourceChecks, [
    'panels/2/datasource',
    'panels/2/targets',
    'annotations/list/0/datasource',
    'templating/list/0/datasource',
  ]);
});

describe('what to do about a datasource that is not provisioned', () => {
  const fixesIn = (uids: readonly string[]): readonly (string | undefined)[] => {
    const { pack } = noRoles;
    if (pack === undefined) throw new Error('the context has no pack');
    const json = { ...cleanDashboard(), templating: { list: [choice('prom_old')] } };
    const dashboard = readClassicDashboard(json, []);
    const context = { ...noRoles, pack: { ...pack, uids: new Set(uids) } };
    return [...checkDashboard(dashboard, [notProvisioned], context)].map(({ problem }) => problem.fix);
  };

  test('names what the pack provisions', () => {
    expect(fixesIn(['a', 'b'])[0]).toBe('name one of a, b, or provision "prom"');
  });

  test('where the pack provisions nothing', () => {
    expect(fixesIn([])[0]).toBe('provision "prom"');
  });
});
