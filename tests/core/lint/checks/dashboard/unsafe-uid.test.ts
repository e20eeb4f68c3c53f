import { describe } from 'vitest';
import { dashboardChecks } from '../../../../../src/core/lint/checks/dashboard/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('dashboard/unsafe-uid', () => {
  itFinds(dashboardChecks, [
    [
      'the example of its page',
      { uid: 'my dashboard' },
      [
        'dashboard/unsafe-uid uid: Grafana refuses the uid "my dashboard": it has other characters than letters, digits, - and _',
      ],
    ],
    [
      'too long',
      { uid: 'a'.repeat(41) },
      [
        'dashboard/unsafe-uid uid: Grafana refuses the uid "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa": it has 41 characters, and 40 are allowed',
      ],
    ],
    ["silent: short ids of Grafana's", { uid: '-xyV8KCiz' }],
    ['silent: as long as may be', { uid: 'a'.repeat(40) }],
    ['silent: a placeholder of a template', { uid: '${UID}' }],
  ]);
  itSurvives(dashboardChecks, ['uid']);
});
