import { describe } from 'vitest';
import { dashboardChecks } from '../../../../../src/core/lint/checks/dashboard/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('dashboard/no-uid', () => {
  itFinds(dashboardChecks, [
    [
      'the example of its page',
      { uid: null },
      ['dashboard/no-uid : the dashboard has no uid: Grafana makes one up, another in every place'],
    ],
    [
      'empty',
      { uid: '' },
      ['dashboard/no-uid : the dashboard has no uid: Grafana makes one up, another in every place'],
    ],
    ['silent: a uid', {}],
  ]);
  itSurvives(dashboardChecks, ['uid']);
});
