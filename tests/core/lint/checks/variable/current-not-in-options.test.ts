import { describe } from 'vitest';
import { variableChecks } from '../../../../../src/core/lint/checks/variable/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('variable/current-not-in-options', () => {
  itFinds(variableChecks, [
    [
      'the example of its page',
      {
        'templating/list/1': {
          name: 'mode',
          type: 'custom',
          query: 'shadow,live',
          hide: 0,
          current: { text: 'paper', value: 'paper' },
        },
        'panels/2/title': 'Up ($mode)',
      },
      [
        'variable/current-not-in-options templating.list.1.current: the variable "mode" is "paper" at first, which is not among the values it offers',
      ],
    ],
    [
      'All, not offered',
      {
        'templating/list/1': {
          name: 'mode',
          type: 'custom',
          query: 'shadow,live',
          hide: 0,
          current: { text: 'All', value: '$__all' },
        },
        'panels/2/title': 'Up ($mode)',
      },
      [
        'variable/current-not-in-options templating.list.1.current: the variable "mode" is All at first, which is not among the values it offers',
      ],
    ],
    [
      'silent: offered',
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
      'silent: All',
      {
        'templating/list/1': {
          name: 'mode',
          type: 'custom',
          query: 'shadow,live',
          hide: 0,
          current: { text: 'All', value: '$__all' },
          includeAll: true,
        },
        'panels/2/title': 'Up ($mode)',
      },
    ],
    [
      'silent: a value with a name',
      {
        'templating/list/1': {
          name: 'mode',
          type: 'custom',
          query: 'Live : 1, Shadow : 2',
          hide: 0,
          current: { text: 'Shadow', value: '2' },
        },
        'panels/2/title': 'Up ($mode)',
      },
    ],
    [
      'silent: an automatic interval',
      {
        'templating/list/1': {
          name: 'mode',
          type: 'interval',
          query: '1m,5m',
          auto: true,
          current: { text: 'auto', value: '$__auto_interval_mode' },
        },
        'panels/2/title': 'Up ($mode)',
      },
    ],
    [
      'silent: no value',
      {
        'templating/list/1': { name: 'mode', type: 'custom', query: 'shadow,live', hide: 0, current: {} },
        'panels/2/title': 'Up ($mode)',
      },
    ],
    ['silent: values from Prometheus', { 'templating/list/0/current': { text: 'x', value: 'x' } }],
  ]);
  itSurvives(variableChecks, ['templating/list/0/current', 'templating/list/0/options']);
});
