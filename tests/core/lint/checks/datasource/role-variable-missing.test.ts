import { describe } from 'vitest';
import { datasourceChecks } from '../../../../../src/core/lint/checks/datasource/index.js';
import { itFinds, itSurvives } from '../group-cases.js';
import { oneRole, twoRoles } from '../contexts.js';

describe('datasource/role-variable-missing', () => {
  itFinds(datasourceChecks, [
    [
      'the example of its page',
      {},
      [
        'datasource/role-variable-missing templating.list: the dashboard does not declare the variable "DS_WEB" of the role WEB',
      ],
      oneRole,
    ],
    [
      'of another type',
      { 'templating/list/1': { name: 'DS_WEB', type: 'constant', query: 'prom' } },
      [
        'datasource/role-variable-missing templating.list.1: the variable "DS_WEB" stands for the role WEB, but is of type "constant", not datasource',
      ],
      oneRole,
    ],
    [
      'several: one finding',
      {},
      [
        'datasource/role-variable-missing templating.list: the dashboard does not declare the variables of 2 roles: "DS_WEB", "DS_AI"',
      ],
      twoRoles,
    ],
    ['silent: without a pack', {}],
    [
      'silent: declared',
      {
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
      },
      [],
      oneRole,
    ],
  ]);
  itSurvives(datasourceChecks, ['templating', 'templating/list']);
});
