import { describe } from 'vitest';
import { datasourceChecks } from '../../../../../src/core/lint/checks/datasource/index.js';
import { itFinds, itSurvives } from '../group-cases.js';
import { noRoles } from '../contexts.js';

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
