import { describe } from 'vitest';
import { dashboardChecks } from '../../../../../src/core/lint/checks/dashboard/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('dashboard/size', () => {
  itFinds(dashboardChecks, [
    [
      'the example of its page',
      { panels: Array.from({ length: 101 }, () => ({})) },
      ['dashboard/size : the dashboard has 101 panels: it is slow to load and hard to read'],
    ],
    [
      'a large text',
      { description: 'x'.repeat(1_100_000) },
      ["dashboard/size : the dashboard's document has about 1.1 million characters: every viewer loads all of it"],
    ],
    ['silent: a hundred', { panels: Array.from({ length: 100 }, () => ({})) }],
  ]);
  itSurvives(dashboardChecks, ['panels']);
});
