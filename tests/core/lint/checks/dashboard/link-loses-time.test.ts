import { describe } from 'vitest';
import { dashboardChecks } from '../../../../../src/core/lint/checks/dashboard/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('dashboard/link-loses-time', () => {
  itFinds(dashboardChecks, [
    [
      'the example of its page',
      { 'links/0/keepTime': false },
      ['dashboard/link-loses-time links.0.url: the link "Other" to "other" does not keep the time range'],
    ],
    [
      "a panel's",
      { 'panels/2/links': [{ title: 'P', url: '/d/other?${__all_variables}' }] },
      ['dashboard/link-loses-time panels.2.links.0.url: the link "P" to "other" does not keep the time range'],
    ],
    ['silent: kept', { 'panels/2/links': [{ title: 'P', url: '/d/other?${__url_time_range}' }] }],
    ['silent: a range of its own', { 'panels/2/links': [{ title: 'P', url: '/d/other?from=now-7d&to=now' }] }],
    ['silent: another site', { 'panels/2/links': [{ title: 'P', url: 'https://example.org/' }] }],
  ]);
  itSurvives(dashboardChecks, ['links', 'panels/2/links']);
});
