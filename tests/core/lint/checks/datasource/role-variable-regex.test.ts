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
        'datasource/role-variable-regex templating.list.1.regex: the variable "DS_WEB" has the regular expression /^prom/, which matches "prom_ai" too, to which WEB is not bound',
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
      'none, and in addresses: one problem',
      {
        'templating/list/1': {
          name: 'DS_WEB',
          type: 'datasource',
          query: 'prometheus',
          refresh: 1,
          hide: 2,
          current: { text: 'prom', value: 'prom' },
        },
      },
      [
        'datasource/role-variable-regex templating.list.1: the variable "DS_WEB" has no regular expression: Grafana offers every datasource for WEB, and an address can set it',
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
        'datasource/role-variable-regex templating.list.1.regex: the variable "DS_WEB" has the regular expression /^prom_ai$/, which does not match "prom", to which WEB is bound',
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
