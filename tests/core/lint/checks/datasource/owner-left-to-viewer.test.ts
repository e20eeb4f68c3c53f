import { describe } from 'vitest';
import { datasourceChecks } from '../../../../../src/core/lint/checks/datasource/index.js';
import type { Json } from '../../../../../src/core/model/json.js';
import { itFinds, itSurvives } from '../group-cases.js';
import { contextOf, twoRoles } from '../contexts.js';

const role = (name: string, uid: string): { [key: string]: Json } => ({
  name,
  type: 'datasource',
  query: 'prometheus',
  regex: `/^${uid}$/`,
  refresh: 1,
  hide: 2,
  skipUrlSync: true,
  current: { text: uid, value: uid },
});
const roles = { 'templating/list/1': role('DS_WEB', 'prom'), 'templating/list/2': role('DS_AI', 'prom_ai') };
const choice = (more: { [key: string]: Json }): { [key: string]: Json } => ({
  name: 'ds',
  type: 'datasource',
  query: 'prometheus',
  hide: 0,
  current: { text: 'prom_ai', value: 'prom_ai' },
  ...more,
});
/** Two panels that ask for a metric of AI what the drop-down says. */
const followed = Object.fromEntries(
  [1, 2].flatMap((panel) => [
    [`panels/${panel}/datasource`, { type: 'prometheus', uid: '$ds' }],
    [`panels/${panel}/targets/0`, { refId: 'A', expr: 'sum(rate(ai_decisions_total[5m]))' }],
  ]),
);

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
        'datasource/owner-left-to-viewer templating.list.3: the panel "Up" follows the drop-down "ds", which also offers datasources without the metrics: those belong to AI',
      ],
      twoRoles,
    ],
    [
      'several panels: one finding, at the drop-down',
      { ...roles, ...followed, 'templating/list/3': choice({}) },
      [
        'datasource/owner-left-to-viewer templating.list.3: 2 panels follow the drop-down "ds", which also offers datasources without the metrics: those belong to AI: the panel "Requests by route", the panel "Up"',
      ],
      twoRoles,
    ],
    [
      "silent: the drop-down offers the owner's datasource alone",
      { ...roles, ...followed, 'templating/list/3': choice({ regex: '/^prom_ai$/' }) },
      [],
      twoRoles,
    ],
    [
      'silent: both datasources have the metric',
      { ...roles, ...followed, 'templating/list/3': choice({}) },
      [],
      contextOf({
        pack: {
          name: 'web',
          roles: [
            { name: 'WEB', pinned: true, variable: 'DS_WEB', uid: 'prom' },
            { name: 'AI', pinned: false, variable: 'DS_AI', uid: 'prom_ai' },
          ],
          uids: ['prom', 'prom_ai'],
        },
        catalog: [{ name: 'ai_decisions_total', type: 'counter', owners: ['AI', 'WEB'], labels: {} }],
      }),
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
