import { describe } from 'vitest';
import { datasourceChecks } from '../../../../../src/core/lint/checks/datasource/index.js';
import { itFinds, itSurvives } from '../group-cases.js';
import { oneRole } from '../contexts.js';

describe('datasource/role-variable-visible', () => {
  itFinds(datasourceChecks, [
    [
      'the example of its page',
      {
        'templating/list/1': {
          name: 'DS_WEB',
          type: 'datasource',
          query: 'prometheus',
          regex: '/^prom$/',
          refresh: 1,
          hide: 0,
          skipUrlSync: true,
          current: { text: 'prom', value: 'prom' },
        },
      },
      [
        'datasource/role-variable-visible templating.list.1: viewers see the variable "DS_WEB" and can point WEB at another datasource',
      ],
      oneRole,
    ],
    [
      'the label hidden only',
      {
        'templating/list/1': {
          name: 'DS_WEB',
          type: 'datasource',
          query: 'prometheus',
          regex: '/^prom$/',
          refresh: 1,
          hide: 1,
          skipUrlSync: true,
          current: { text: 'prom', value: 'prom' },
        },
      },
      [
        'datasource/role-variable-visible templating.list.1: viewers see the variable "DS_WEB" and can point WEB at another datasource',
      ],
      oneRole,
    ],
    [
      'in addresses',
      {
        'templating/list/1': {
          name: 'DS_WEB',
          type: 'datasource',
          query: 'prometheus',
          regex: '/^prom$/',
          refresh: 1,
          hide: 2,
          skipUrlSync: false,
          current: { text: 'prom', value: 'prom' },
        },
      },
      [
        'datasource/role-variable-visible templating.list.1: an address can set the variable "DS_WEB" and point WEB at another datasource',
      ],
      oneRole,
    ],
    [
      'silent: hidden',
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
    [
      'silent: another datasource variable',
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
        'templating/list/2': {
          name: 'ds',
          type: 'datasource',
          query: 'prometheus',
          hide: 0,
          current: { text: 'prom', value: 'prom' },
        },
        'panels/2/datasource': { type: 'prometheus', uid: '$ds' },
        'panels/2/targets/0/datasource': { type: 'prometheus', uid: '$ds' },
      },
      [],
      oneRole,
    ],
  ]);
  itSurvives(datasourceChecks, ['templating/list/0']);
});
