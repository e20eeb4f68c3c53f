import { describe } from 'vitest';
import { dashboardChecks } from '../../../../../src/core/lint/checks/dashboard/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('dashboard/schema-version', () => {
  itFinds(dashboardChecks, [
    [
      'the example of its page',
      { schemaVersion: null },
      [
        'dashboard/schema-version : the dashboard has no schemaVersion: Grafana takes it for the oldest and migrates all of it',
      ],
    ],
    [
      'old',
      { schemaVersion: 16 },
      [
        'dashboard/schema-version schemaVersion: the dashboard has schemaVersion 16: Grafana migrates it each time it is loaded',
      ],
    ],
    [
      'too old',
      { schemaVersion: 6 },
      [
        'dashboard/schema-version schemaVersion: the dashboard has schemaVersion 6: Grafana 12 and newer refuse what is older than 13',
      ],
    ],
    ['silent: current', { schemaVersion: 39 }],
  ]);
  itSurvives(dashboardChecks, ['schemaVersion']);
});
