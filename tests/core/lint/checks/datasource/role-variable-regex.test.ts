import { describe } from 'vitest';
import { datasourceChecks } from '../../../../../src/core/lint/checks/datasource/index.js';
import { itFinds, itSurvives } from '../group-cases.js';
import { oneRole } from '../contexts.js';

describe('datasource/role-variable-regex', () => {
  itFinds(datasourceChecks, [
    [
      'the example of its page',
      {
        'templating/list/1': {
          name: 'DS_WEB',
          type: 'datasource',
          query: 'prometheus',
          regex: '/^prom/',
          refresh: 1,
          hide: 2,
          skipUrlSync: true,
          current: { text: 'prom', value: 'prom' },
        },
      },
      [
        'datasource/role-variable-regex templating.list.1.regex: the regular expression /^prom/ of the variable "DS_WEB" matches "prom_ai" too, which is not what WEB is bound to',
      ],
      oneRole,
    ],
    [
      'none',
      {
        'templating/list/1': {
          name: 'DS_WEB',
          type: 'datasource',
          query: 'prometheus',
          regex: '',
          refresh: 1,
          hide: 2,
          skipUrlSync: true,
          current: { text: 'prom', value: 'prom' },
        },
      },
      [
        'datasource/role-variable-regex templating.list.1.regex: the variable "DS_WEB" has no regular expression: Grafana offers every datasource for WEB',
      ],
      oneRole,
    ],
    [
      "another's",
      {
        'templating/list/1': {
          name: 'DS_WEB',
          type: 'datasource',
          query: 'prometheus',
          regex: '/^prom_ai$/',
          refresh: 1,
          hide: 2,
          skipUrlSync: true,
          current: { text: 'prom', value: 'prom' },
        },
      },
      [
        'datasource/role-variable-regex templating.list.1.regex: the regular expression /^prom_ai$/ of the variable "DS_WEB" does not match "prom", to which WEB is bound',
      ],
      oneRole,
    ],
    [
      'silent: exact',
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
      'silent: exact, without slashes: Grafana anchors those',
      {
        'templating/list/1': {
          name: 'DS_WEB',
          type: 'datasource',
          query: 'prometheus',
          regex: 'prom',
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
  itSurvives(datasourceChecks, ['templating/list/0/regex']);
});
