import { describe } from 'vitest';
import { datasourceChecks } from '../../../../../src/core/lint/checks/datasource/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('datasource/undeclared-variable', () => {
  itFinds(datasourceChecks, [
    [
      'the example of its page',
      {
        'panels/2/datasource': { type: 'prometheus', uid: '${DS_PROMETHEUS}' },
        'panels/2/targets/0/datasource': { type: 'prometheus', uid: '${DS_PROMETHEUS}' },
      },
      [
        'datasource/undeclared-variable panels.2.datasource.uid: the datasource of the panel "Up" is the variable "DS_PROMETHEUS", which the dashboard does not declare',
      ],
    ],
    [
      'a bare name',
      { 'annotations/list/0/datasource': '$db' },
      [
        'datasource/undeclared-variable annotations.list.0.datasource: the datasource of the annotation "Restarts" is the variable "db", which the dashboard does not declare',
        'datasource/deprecated-reference annotations.list.0.datasource: the annotation "Restarts" refers to its datasource by the text "$db": Grafana has gone over to uids',
      ],
    ],
    [
      'silent: an input of an import',
      {
        __inputs: [{ name: 'DS_PROMETHEUS', type: 'datasource', pluginId: 'prometheus' }],
        'panels/2/datasource': { type: 'prometheus', uid: '${DS_PROMETHEUS}' },
        'panels/2/targets/0/datasource': { type: 'prometheus', uid: '${DS_PROMETHEUS}' },
      },
    ],
    [
      "silent: a role's: role-variable-missing says so",
      {
        'templating/list/1': { name: 'DS_WEB', type: 'constant' },
        'panels/2/datasource': { type: 'prometheus', uid: '${DS_WEB}' },
        'panels/2/targets/0/datasource': { type: 'prometheus', uid: '${DS_WEB}' },
      },
    ],
    [
      'silent: a built-in',
      {
        'panels/2/datasource': { type: 'prometheus', uid: '${__data.x}' },
        'panels/2/targets/0/datasource': { type: 'prometheus', uid: '${__data.x}' },
      },
    ],
  ]);
  itSurvives(datasourceChecks, ['__inputs', 'panels/2/datasource']);
});
