import { describe } from 'vitest';
import { dashboardChecks } from '../../../../../src/core/lint/checks/dashboard/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('dashboard/no-title', () => {
  itFinds(dashboardChecks, [
    [
      'the example of its page',
      { title: '' },
      ['dashboard/no-title title: the dashboard has no title: Grafana refuses to load it'],
    ],
    ['missing', { title: null }, ['dashboard/no-title : the dashboard has no title: Grafana refuses to load it']],
    ['silent: a title', {}],
  ]);
  itSurvives(dashboardChecks, ['title']);
});
