import { describe } from 'vitest';
import { dashboardChecks } from '../../../../../src/core/lint/checks/dashboard/index.js';
import type { DashboardPlace, LintContext } from '../../../../../src/core/lint/check.js';
import { bareContext } from '../../lint-one.js';
import { itFinds, itSurvives } from '../group-cases.js';
import { contextOf } from '../contexts.js';

/** What is known in b.json of the places where the uid `clean` stands. */
const copied = (...places: readonly DashboardPlace[]): LintContext => ({
  ...bareContext,
  file: 'b.json',
  copies: new Map([['clean', places]]),
});

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
    [
      'in another file, under another title',
      {},
      [
        'dashboard/duplicate-uid uid: the dashboard "First" in a.json has the uid "clean" too: Grafana loads only one of them',
      ],
      copied({ title: 'First', file: 'a.json', path: [] }, { title: 'Clean', file: 'b.json', path: [] }),
    ],
    [
      'a copy in another file',
      {},
      [
        'dashboard/duplicate-uid uid: the same dashboard is in a.json: where both are provisioned, Grafana loads only one of them',
      ],
      copied({ title: 'Clean', file: 'a.json', path: [] }, { title: 'Clean', file: 'b.json', path: [] }),
    ],
    [
      'a copy in the same file',
      {},
      [
        'dashboard/duplicate-uid uid: the same dashboard is in b.json: where both are provisioned, Grafana loads only one of them',
      ],
      copied({ title: 'Clean', file: 'b.json', path: ['items', 0] }, { title: 'Clean', file: 'b.json', path: [] }),
    ],
    [
      'silent: the first of them',
      {},
      [],
      copied({ title: 'Clean', file: 'b.json', path: [] }, { title: 'Clean', file: 'c.json', path: [] }),
    ],
    ['silent: alone', { title: 'Clean, copied' }],
  ]);
  itSurvives(dashboardChecks, ['uid', 'title']);
});
