import { describe } from 'vitest';
import { variableChecks } from '../../../../../src/core/lint/checks/variable/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('variable/unused', () => {
  itFinds(variableChecks, [
    [
      'the example of its page',
      {
        'templating/list/1': {
          name: 'mode',
          type: 'custom',
          query: 'shadow,live',
          hide: 0,
          current: { text: 'live', value: 'live' },
        },
        links: [],
      },
      ['variable/unused templating.list.1: nothing in the dashboard uses the variable "mode"'],
    ],
    [
      'handed on',
      {
        'templating/list/1': {
          name: 'mode',
          type: 'custom',
          query: 'shadow,live',
          hide: 0,
          current: { text: 'live', value: 'live' },
        },
      },
      ['variable/unused templating.list.1: nothing in the dashboard uses the variable "mode": only links hand it on'],
    ],
    [
      'used by itself only',
      {
        'templating/list/1': {
          name: 'mode',
          type: 'custom',
          query: 'shadow,live',
          hide: 0,
          current: { text: 'live', value: 'live' },
          regex: '$mode',
        },
        links: [],
      },
      ['variable/unused templating.list.1: nothing in the dashboard uses the variable "mode"'],
    ],
    [
      'silent: a title',
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
      'silent: a text panel',
      {
        'templating/list/1': {
          name: 'mode',
          type: 'custom',
          query: 'shadow,live',
          hide: 0,
          current: { text: 'live', value: 'live' },
        },
        'panels/2': { type: 'text', id: 3, options: { content: 'mode: [[mode]]' } },
      },
    ],
    [
      'silent: a repeat',
      {
        'templating/list/1': {
          name: 'mode',
          type: 'custom',
          query: 'shadow,live',
          hide: 0,
          current: { text: 'live', value: 'live' },
        },
        'panels/2/repeat': 'mode',
      },
    ],
    [
      "silent: another variable's query",
      {
        'templating/list/1': {
          name: 'mode',
          type: 'custom',
          query: 'shadow,live',
          hide: 0,
          current: { text: 'live', value: 'live' },
        },
        'templating/list/0/query/query': 'label_values(http_requests_total{mode="$mode"}, route)',
      },
    ],
    [
      'silent: a transformation',
      {
        'templating/list/1': {
          name: 'mode',
          type: 'custom',
          query: 'shadow,live',
          hide: 0,
          current: { text: 'live', value: 'live' },
        },
        'panels/2/transformations': [{ id: 'filterFieldsByName', options: { include: { variable: '$mode' } } }],
      },
    ],
    [
      'silent: a data link',
      {
        'templating/list/1': {
          name: 'mode',
          type: 'custom',
          query: 'shadow,live',
          hide: 0,
          current: { text: 'live', value: 'live' },
        },
        'panels/2/fieldConfig/defaults/links': [{ title: 'x', url: 'https://example.org/?m=${mode:queryparam}' }],
      },
    ],
    ['silent: ad hoc filters', { 'templating/list/1': { name: 'filters', type: 'adhoc' } }],
    [
      "silent: a role's",
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
    ],
    [
      'silent: panels of the library',
      {
        'templating/list/1': {
          name: 'mode',
          type: 'custom',
          query: 'shadow,live',
          hide: 0,
          current: { text: 'live', value: 'live' },
        },
        'panels/2/libraryPanel': { uid: 'x' },
      },
    ],
  ]);
  itSurvives(variableChecks, ['templating/list', 'links']);
});
