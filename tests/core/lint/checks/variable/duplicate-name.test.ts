import { describe } from 'vitest';
import { variableChecks } from '../../../../../src/core/lint/checks/variable/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('variable/duplicate-name', () => {
  itFinds(variableChecks, [
    [
      'the example of its page',
      {
        'templating/list/1': {
          name: 'route',
          type: 'custom',
          query: 'shadow,live',
          hide: 0,
          current: { text: 'live', value: 'live' },
        },
      },
      ['variable/duplicate-name templating.list.1.name: the dashboard declares the variable "route" twice'],
    ],
    [
      'silent: two names',
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
  itSurvives(variableChecks, ['templating/list', 'templating/list/0/name']);
});
