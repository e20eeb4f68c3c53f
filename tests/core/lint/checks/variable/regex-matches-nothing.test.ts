import { describe } from 'vitest';
import { variableChecks } from '../../../../../src/core/lint/checks/variable/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('variable/regex-matches-nothing', () => {
  itFinds(variableChecks, [
    [
      'the example of its page',
      {
        'templating/list/0/regex': 'api',
        'templating/list/0/options': [
          { text: '/api/users', value: '/api/users' },
          { text: '/api/orders', value: '/api/orders' },
        ],
      },
      [
        'variable/regex-matches-nothing templating.list.0.regex: the regular expression api of the variable "route" matches none of the values written with it, such as "/api/users"',
      ],
    ],
    [
      'a datasource by its name',
      {
        'templating/list/1': {
          name: 'ds',
          type: 'datasource',
          query: 'prometheus',
          hide: 0,
          current: { text: 'prom', value: 'prom' },
          regex: '/^prom_local/',
        },
        'panels/2/datasource': { type: 'prometheus', uid: '$ds' },
        'panels/2/targets/0/datasource': { type: 'prometheus', uid: '$ds' },
      },
      [
        'variable/regex-matches-nothing templating.list.1.regex: the regular expression /^prom_local/ of the variable "ds" matches none of the values written with it, such as "prom"',
      ],
    ],
    [
      'silent: one matches',
      {
        'templating/list/0/regex': '/orders/',
        'templating/list/0/options': [
          { text: '/api/users', value: '/api/users' },
          { text: '/api/orders', value: '/api/orders' },
        ],
      },
    ],
    [
      'silent: a group',
      { 'templating/list/0/regex': '/route=(.*)/', 'templating/list/0/options': [{ text: 'a', value: 'a' }] },
    ],
    ['silent: no options', { 'templating/list/0/regex': 'api' }],
    [
      'silent: an expression that never ends',
      {
        'templating/list/0/regex': '/^(a+)+$/',
        'templating/list/0/options': [
          { text: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', value: 'x' },
        ],
      },
    ],
  ]);
  itSurvives(variableChecks, ['templating/list/0/options', 'templating/list/0/regex', 'templating/list/0/current']);
});
