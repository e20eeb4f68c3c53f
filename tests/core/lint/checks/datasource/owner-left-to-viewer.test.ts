import { describe } from 'vitest';
import { datasourceChecks } from '../../../../../src/core/lint/checks/datasource/index.js';
import { itFinds, itSurvives } from '../group-cases.js';
import { contextOf, twoRoles } from '../contexts.js';

describe('datasource/owner-left-to-viewer', () => {
  itFinds(datasourceChecks, [
    [
      'the example of its page',
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
        'templating/list/2': {
          name: 'DS_AI',
          type: 'datasource',
          query: 'prometheus',
          regex: '/^prom_ai$/',
          refresh: 1,
          hide: 2,
          skipUrlSync: true,
          current: { text: 'prom_ai', value: 'prom_ai' },
        },
        'templating/list/3': {
          name: 'ds',
          type: 'datasource',
          query: 'prometheus',
          hide: 0,
          current: { text: 'prom_ai', value: 'prom_ai' },
        },
        'panels/2/datasource': { type: 'prometheus', uid: '$ds' },
        'panels/2/targets/0/datasource': null,
        'panels/2/targets/0/expr': 'sum(rate(ai_decisions_total[5m]))',
      },
      [
        'datasource/owner-left-to-viewer panels.2.datasource: the panel "Up" asks ai_decisions_total, which belongs to AI, of whatever datasource a viewer chooses in "ds"',
      ],
      twoRoles,
    ],
    [
      'silent: a hidden variable',
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
        'templating/list/2': {
          name: 'DS_AI',
          type: 'datasource',
          query: 'prometheus',
          regex: '/^prom_ai$/',
          refresh: 1,
          hide: 2,
          skipUrlSync: true,
          current: { text: 'prom_ai', value: 'prom_ai' },
        },
        'templating/list/3': {
          name: 'ds',
          type: 'datasource',
          query: 'prometheus',
          hide: 2,
          current: { text: 'prom_ai', value: 'prom_ai' },
        },
        'panels/2/datasource': { type: 'prometheus', uid: '$ds' },
        'panels/2/targets/0': { refId: 'A', expr: 'ai_decisions_total' },
      },
      [],
      twoRoles,
    ],
    [
      'silent: a metric of every Prometheus',
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
        'templating/list/2': {
          name: 'DS_AI',
          type: 'datasource',
          query: 'prometheus',
          regex: '/^prom_ai$/',
          refresh: 1,
          hide: 2,
          skipUrlSync: true,
          current: { text: 'prom_ai', value: 'prom_ai' },
        },
        'templating/list/3': {
          name: 'ds',
          type: 'datasource',
          query: 'prometheus',
          hide: 0,
          current: { text: 'prom', value: 'prom' },
        },
        'panels/2/datasource': { type: 'prometheus', uid: '$ds' },
        'panels/2/targets/0': { refId: 'A', expr: 'up' },
      },
      [],
      twoRoles,
    ],
    [
      'silent: without a pack',
      {
        'templating/list/3': {
          name: 'ds',
          type: 'datasource',
          query: 'prometheus',
          hide: 0,
          current: { text: 'prom', value: 'prom' },
        },
        'panels/2/datasource': { type: 'prometheus', uid: '$ds' },
        'panels/2/targets/0': { refId: 'A', expr: 'ai_decisions_total' },
      },
      [],
      contextOf({
        catalog: [
          { name: 'ai_decisions_total', type: 'counter', owners: ['AI'], labels: {} },
          { name: 'http_requests_total', type: 'counter', owners: ['WEB'], labels: { route: ['/', '/about'] } },
        ],
      }),
    ],
  ]);
  itSurvives(datasourceChecks, ['templating/list', 'panels/2/datasource']);
});
