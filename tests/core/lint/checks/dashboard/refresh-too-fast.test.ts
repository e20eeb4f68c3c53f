import { describe } from 'vitest';
import { dashboardChecks } from '../../../../../src/core/lint/checks/dashboard/index.js';
import { itFinds, itSurvives } from '../group-cases.js';
import { contextOf } from '../contexts.js';

describe('dashboard/refresh-too-fast', () => {
  itFinds(dashboardChecks, [
    [
      'the example of its page',
      { refresh: '1s' },
      [
        'dashboard/refresh-too-fast refresh: the dashboard refreshes every 1s: Grafana allows 5s at the fastest, unless it is told otherwise',
      ],
    ],
    [
      'faster than the scrape',
      { refresh: '10s' },
      [
        'dashboard/refresh-too-fast refresh: the dashboard refreshes every 10s, but Prometheus scrapes every 15s: most refreshes show nothing new',
      ],
      contextOf({ scrapeInterval: 15 }),
    ],
    ['silent: as the scrape', { refresh: '15s' }, [], contextOf({ scrapeInterval: 15 })],
    ['silent: off', { refresh: '' }],
    ['silent: false', { refresh: false }],
    ['silent: auto', { refresh: 'auto' }],
  ]);
  itSurvives(dashboardChecks, ['refresh']);
});
