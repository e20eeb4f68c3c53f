import { describe } from 'vitest';
import { variableChecks } from '../../../../../src/core/lint/checks/variable/index.js';
import { itFinds, itSurvives } from '../group-cases.js';
import { contextOf } from '../contexts.js';

describe('variable/all-without-all-value', () => {
  itFinds(variableChecks, [
    [
      'the example of its page',
      { 'templating/list/0/query/query': 'label_values(http_requests_total, pod)', 'templating/list/0/allValue': null },
      [
        'variable/all-without-all-value templating.list.0: All of "route" writes every value of the label pod into each query, and there can be very many',
      ],
    ],
    ['silent: a value for All', { 'templating/list/0/query/query': 'label_values(http_requests_total, pod)' }],
    ['silent: a small label', { 'templating/list/0/allValue': null }],
    [
      'silent: no All',
      {
        'templating/list/0/query/query': 'label_values(http_requests_total, pod)',
        'templating/list/0/allValue': null,
        'templating/list/0/includeAll': false,
        'templating/list/0/current': {},
      },
    ],
    [
      'silent: values that the catalog lists',
      { 'templating/list/0/query/query': 'label_values(http_requests_total, pod)', 'templating/list/0/allValue': null },
      [],
      contextOf({
        catalog: [{ name: 'http_requests_total', type: 'counter', owners: ['WEB'], labels: { pod: ['a', 'b'] } }],
      }),
    ],
  ]);
  itSurvives(variableChecks, ['templating/list/0/query', 'templating/list/0/allValue']);
});
