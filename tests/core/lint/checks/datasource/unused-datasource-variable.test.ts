import { describe } from 'vitest';
import { datasourceChecks } from '../../../../../src/core/lint/checks/datasource/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('datasource/unused-datasource-variable', () => {
  itFinds(datasourceChecks, [
    [
      'the example of its page',
      {
        'templating/list/1': {
          name: 'ds',
          type: 'datasource',
          query: 'prometheus',
          hide: 0,
          current: { text: 'prom', value: 'prom' },
        },
      },
      [
        'datasource/unused-datasource-variable templating.list.1: viewers can choose a datasource in "ds", but nothing in the dashboard follows it',
      ],
    ],
    [
      'silent: used by a panel',
      {
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
    [
      'silent: used by a variable',
      {
        'templating/list/1': {
          name: 'ds',
          type: 'datasource',
          query: 'prometheus',
          hide: 0,
          current: { text: 'prom', value: 'prom' },
        },
        'templating/list/0/datasource': { type: 'prometheus', uid: '${ds}' },
      },
    ],
    [
      'silent: hidden',
      {
        'templating/list/1': {
          name: 'ds',
          type: 'datasource',
          query: 'prometheus',
          hide: 2,
          current: { text: 'prom', value: 'prom' },
        },
      },
    ],
    [
      'silent: panels of the library',
      {
        'templating/list/1': {
          name: 'ds',
          type: 'datasource',
          query: 'prometheus',
          hide: 0,
          current: { text: 'prom', value: 'prom' },
        },
        'panels/2/libraryPanel': { uid: 'x' },
      },
    ],
  ]);
  itSurvives(datasourceChecks, ['templating/list/0', 'panels/2/libraryPanel']);
});
