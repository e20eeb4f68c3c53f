import { describe } from 'vitest';
import { dashboardChecks } from '../../../../../src/core/lint/checks/dashboard/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('dashboard/no-time', () => {
  itFinds(dashboardChecks, [
    [
      'the example of its page',
      { time: null },
      ['dashboard/no-time : the dashboard does not say which time range it opens with: Grafana shows the last 6 hours'],
    ],
    [
      'half of it',
      { time: { from: 'now-1h' } },
      [
        'dashboard/no-time time: the dashboard does not say which time range it opens with: Grafana shows the last 6 hours',
      ],
    ],
    ['silent: a range', {}],
  ]);
  itSurvives(dashboardChecks, ['time']);
});
