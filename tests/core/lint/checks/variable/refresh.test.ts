import { describe } from 'vitest';
import { variableChecks } from '../../../../../src/core/lint/checks/variable/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('variable/refresh', () => {
  itFinds(variableChecks, [
    [
      'the example of its page',
      { 'templating/list/0/refresh': 0 },
      [
        'variable/refresh templating.list.0.refresh: the variable "route" is never asked again: new values do not appear, and old ones stay',
      ],
    ],
    [
      'missing',
      { 'templating/list/0/refresh': null },
      [
        'variable/refresh templating.list.0: the variable "route" is never asked again: new values do not appear, and old ones stay',
      ],
    ],
    [
      'over time, on load',
      {
        'templating/list/0/refresh': 1,
        'templating/list/0/query/query': 'query_result(count_over_time(up[$__range]))',
      },
      [
        'variable/refresh templating.list.0.refresh: the query of the variable "route" depends on the time range ($__range), but is asked on load only',
      ],
    ],
    ['silent: on load', { 'templating/list/0/refresh': 1 }],
    ['silent: true, in old files', { 'templating/list/0/refresh': true }],
    [
      'silent: values that are written',
      {
        'templating/list/1': {
          name: 'mode',
          type: 'custom',
          query: 'shadow,live',
          hide: 0,
          current: { text: 'live', value: 'live' },
        },
        'panels/2/title': 'Up ($mode)',
      },
    ],
  ]);
  itSurvives(variableChecks, ['templating/list/0/query']);
});
