import { describe } from 'vitest';
import { dashboardChecks } from '../../../../../src/core/lint/checks/dashboard/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('dashboard/no-tags', () => {
  itFinds(dashboardChecks, [
    [
      'the example of its page',
      { tags: [] },
      ['dashboard/no-tags tags: the dashboard has no tags: dashboard lists and links by tag do not find it'],
    ],
    [
      'missing',
      { tags: null },
      ['dashboard/no-tags : the dashboard has no tags: dashboard lists and links by tag do not find it'],
    ],
    ['silent: a tag', {}],
  ]);
  itSurvives(dashboardChecks, ['tags']);
});
