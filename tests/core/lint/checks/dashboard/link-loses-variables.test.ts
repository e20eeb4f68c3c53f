import { describe } from 'vitest';
import { dashboardChecks } from '../../../../../src/core/lint/checks/dashboard/index.js';
import { itFinds, itSurvives } from '../group-cases.js';
import { contextOf, otherKnown } from '../contexts.js';

const choice = {
  name: 'route',
  type: 'datasource',
  query: 'prometheus',
  hide: 0,
  current: { text: 'prom', value: 'prom' },
};

describe('dashboard/link-loses-variables', () => {
  itFinds(dashboardChecks, [
    [
      'the example of its page',
      { 'links/0/includeVars': false },
      [
        'dashboard/link-loses-variables links.0.url: the link "Other" to "other" does not hand over route, which both dashboards have',
      ],
      otherKnown,
    ],
    [
      "a panel's",
      { 'panels/2/links': [{ title: 'P', url: '/d/other?${__url_time_range}' }] },
      [
        'dashboard/link-loses-variables panels.2.links.0.url: the link "P" to "other" does not hand over route, which both dashboards have',
      ],
      otherKnown,
    ],
    [
      'silent: set',
      { 'panels/2/links': [{ title: 'P', url: '/d/other?${__url_time_range}&var-route=a' }] },
      [],
      otherKnown,
    ],
    [
      'silent: handed over',
      { 'panels/2/links': [{ title: 'P', url: '/d/other?${__url_time_range}&${route:queryparam}' }] },
      [],
      otherKnown,
    ],
    [
      'a drop-down of datasources that panels follow',
      {
        'links/0/includeVars': false,
        'templating/list/0': choice,
        'panels/2/datasource': { type: 'prometheus', uid: '${route}' },
      },
      [
        'dashboard/link-loses-variables links.0.url: the link "Other" to "other" does not hand over route, which both dashboards have',
      ],
      otherKnown,
    ],
    [
      'silent: a drop-down of datasources that nothing follows',
      { 'links/0/includeVars': false, 'templating/list/0': choice, 'panels/1/targets/0/expr': 'up' },
      [],
      otherKnown,
    ],
    [
      'silent: a drop-down of datasources that nothing follows there',
      {
        'links/0/includeVars': false,
        'templating/list/0': choice,
        'panels/2/datasource': { type: 'prometheus', uid: '${route}' },
      },
      [],
      contextOf({ dashboards: { other: { title: 'Other', variables: ['route'], idle: ['route'] } } }),
    ],
    ['silent: not known', { 'links/0/includeVars': false }],
    ['silent: hidden', { 'links/0/includeVars': false, 'templating/list/0/hide': 2 }, [], otherKnown],
  ]);
  itSurvives(dashboardChecks, ['links', 'panels/2/links']);
});
