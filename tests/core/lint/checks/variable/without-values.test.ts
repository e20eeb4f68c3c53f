import { describe } from 'vitest';
import { variableChecks } from '../../../../../src/core/lint/checks/variable/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('variable/without-values', () => {
  itFinds(variableChecks, [
    [
      'the example of its page',
      {
        'templating/list/1': { name: 'mode', type: 'custom', query: '', hide: 0, current: {} },
        'panels/2/title': 'Up ($mode)',
      },
      ['variable/without-values templating.list.1: the variable "mode" has no values to choose from'],
    ],
    [
      'silent: values',
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
    [
      'silent: options of an old file',
      {
        'templating/list/1': {
          name: 'mode',
          type: 'custom',
          query: '',
          hide: 0,
          current: { text: 'live', value: 'live' },
          options: [{ text: 'live', value: 'live' }],
        },
        'panels/2/title': 'Up ($mode)',
      },
    ],
    [
      'silent: a text box',
      { 'templating/list/1': { name: 'mode', type: 'textbox', query: '' }, 'panels/2/title': 'Up ($mode)' },
    ],
    [
      'silent: an automatic interval',
      {
        'templating/list/1': { name: 'mode', type: 'interval', query: '', auto: true },
        'panels/2/title': 'Up ($mode)',
      },
    ],
  ]);
  itSurvives(variableChecks, ['templating/list/0/query']);
});
