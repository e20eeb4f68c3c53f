import { describe } from 'vitest';
import { dashboardChecks } from '../../../../../src/core/lint/checks/dashboard/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('dashboard/editable', () => {
  itFinds(dashboardChecks, [
    [
      'the example of its page',
      { editable: true },
      ['dashboard/editable editable: the dashboard can be edited in Grafana, away from the file it is provided by'],
    ],
    [
      'missing',
      { editable: null },
      ['dashboard/editable : the dashboard can be edited in Grafana, away from the file it is provided by'],
    ],
    ['silent: not', {}],
  ]);
  itSurvives(dashboardChecks, ['editable']);
});
