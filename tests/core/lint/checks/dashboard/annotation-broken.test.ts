import { describe } from 'vitest';
import { dashboardChecks } from '../../../../../src/core/lint/checks/dashboard/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('dashboard/annotation-broken', () => {
  itFinds(dashboardChecks, [
    [
      'the example of its page',
      { 'annotations/list/0/expr': null, 'annotations/list/0/target': null },
      ['dashboard/annotation-broken annotations.list.0: the annotation "Restarts" has no query'],
    ],
    [
      'no name',
      { 'annotations/list/0/name': '' },
      ['dashboard/annotation-broken annotations.list.0: an annotation has no name: viewers cannot tell what it marks'],
    ],
    [
      'nobody can see it',
      { 'annotations/list/0/enable': false, 'annotations/list/0/hide': true },
      [
        'dashboard/annotation-broken annotations.list.0: the annotation "Restarts" is switched off, and its switch is hidden: nobody can see it',
      ],
    ],
    [
      'silent: built in',
      {
        'annotations/list/0': {
          builtIn: 1,
          enable: true,
          hide: true,
          name: '',
          datasource: { type: 'prometheus', uid: 'x' },
        },
      },
    ],
    [
      'silent: of another datasource',
      {
        'annotations/list/0': { name: 'Deploys', enable: true, datasource: { type: 'grafana', uid: '-- Grafana --' } },
      },
    ],
    ['silent: switched off', { 'annotations/list/0/enable': false }],
  ]);
  itSurvives(dashboardChecks, [
    'annotations',
    'annotations/list',
    'annotations/list/0/target',
    'annotations/list/0/datasource',
  ]);
});
