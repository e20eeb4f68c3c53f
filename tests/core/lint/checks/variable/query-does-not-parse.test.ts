import { describe } from 'vitest';
import { variableChecks } from '../../../../../src/core/lint/checks/variable/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('variable/query-does-not-parse', () => {
  itFinds(variableChecks, [
    [
      'the example of its page',
      { 'templating/list/0/query/query': 'label_value(http_requests_total, route)' },
      [
        'variable/query-does-not-parse templating.list.0.query: the query of the variable "route" is neither a function that Grafana knows nor a series: did you mean label_values?',
      ],
    ],
    [
      'a call without a comma',
      { 'templating/list/0/query/query': 'label_values(up route)' },
      [
        'variable/query-does-not-parse templating.list.0.query: the query of the variable "route" is neither a function that Grafana knows nor a series',
      ],
    ],
    ['silent: a series', { 'templating/list/0/query/query': 'http_requests_total{route!=""}' }],
    ['silent: labels of everything', { 'templating/list/0/query/query': 'label_values(route)' }],
    ['silent: metrics', { 'templating/list/0/query/query': 'metrics(http_.*)' }],
    ['silent: with variables', { 'templating/list/0/query/query': '$x(route)' }],
    [
      'silent: another datasource',
      { 'templating/list/0/datasource': { type: 'loki', uid: 'loki' }, 'templating/list/0/query/query': 'x y z' },
    ],
    [
      'silent: an unknown datasource',
      {
        'templating/list/0/datasource': '$ds',
        'templating/list/0/query/query': 'servers.*.cpu',
        'templating/list/1': {
          name: 'ds',
          type: 'datasource',
          query: 'prometheus',
          hide: 0,
          current: { text: 'prom', value: 'prom' },
        },
        'panels/2/datasource': { type: 'prometheus', uid: '$ds' },
        'panels/2/targets/0/datasource': { type: 'prometheus', uid: '$ds' },
      },
    ],
  ]);
  itSurvives(variableChecks, [
    'templating/list/0/query',
    'templating/list/0/datasource',
    'templating/list/0/query/query',
  ]);
});
