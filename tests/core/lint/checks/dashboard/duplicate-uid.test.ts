import { describe } from 'vitest';
import { dashboardChecks } from '../../../../../src/core/lint/checks/dashboard/index.js';
import { itFinds, itSurvives } from '../group-cases.js';
import { contextOf } from '../contexts.js';

describe('dashboard/duplicate-uid', () => {
  itFinds(dashboardChecks, [
    [
      'the example of its page',
      { title: 'Clean, copied' },
      ['dashboard/duplicate-uid uid: the dashboard "Clean" has the uid "clean" too: Grafana loads only one of them'],
      contextOf({ dashboards: { clean: { title: 'Clean', variables: [] }, other: { title: 'Other', variables: [] } } }),
    ],
    [
      'silent: itself',
      {},
      [],
      contextOf({ dashboards: { clean: { title: 'Clean', variables: [] }, other: { title: 'Other', variables: [] } } }),
    ],
    ['silent: alone', { title: 'Clean, copied' }],
  ]);
  itSurvives(dashboardChecks, ['uid', 'title']);
});
