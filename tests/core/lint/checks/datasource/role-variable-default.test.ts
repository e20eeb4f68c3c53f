import { describe } from 'vitest';
import { datasourceChecks } from '../../../../../src/core/lint/checks/datasource/index.js';
import { itFinds, itSurvives } from '../group-cases.js';
import { oneRole } from '../contexts.js';

describe('datasource/role-variable-default', () => {
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
          hide: 2,
          skipUrlSync: true,
          current: { text: 'prom_ai', value: 'prom_ai' },
        },
      },
      [
        'datasource/role-variable-default templating.list.1.current: the variable "DS_WEB" is "prom_ai", but WEB is bound to "prom"',
      ],
      oneRole,
    ],
    [
      'no value',
      {
        'templating/list/1': {
          name: 'DS_WEB',
          type: 'datasource',
          query: 'prometheus',
          regex: '/^prom$/',
          refresh: 1,
          hide: 2,
          skipUrlSync: true,
        },
      },
      [
        'datasource/role-variable-default templating.list.1: the variable "DS_WEB" has no value, but WEB is bound to "prom"',
      ],
      oneRole,
    ],
    [
      'silent: bound',
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
  itSurvives(datasourceChecks, ['templating/list']);
});
