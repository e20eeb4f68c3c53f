import { describe } from 'vitest';
import { dashboardChecks } from '../../../../../src/core/lint/checks/dashboard/index.js';
import { itFinds, itSurvives } from '../group-cases.js';
import { otherKnown } from '../contexts.js';

describe('dashboard/broken-link', () => {
  itFinds(dashboardChecks, [
    [
      'the example of its page',
      { 'links/0/url': '/d/gone/some-slug?x=1' },
      ['dashboard/broken-link links.0.url: the link "Other" leads to the dashboard "gone", which does not exist'],
      otherKnown,
    ],
    [
      "a panel's and an override's",
      {
        'panels/2/links': [{ title: 'A', url: 'd/a?${__url_time_range}' }],
        'panels/2/fieldConfig/overrides': [
          {
            matcher: { id: 'byName', options: 'x' },
            properties: [{ id: 'links', value: [{ title: 'B', url: '/d/b?${__url_time_range}' }] }],
          },
        ],
      },
      [
        'dashboard/broken-link panels.2.links.0.url: the link "A" leads to the dashboard "a", which does not exist',
        'dashboard/broken-link panels.2.fieldConfig.overrides.0.properties.0.value.0.url: the link "B" leads to the dashboard "b", which does not exist',
      ],
      otherKnown,
    ],
    ['silent: it exists', {}, [], otherKnown],
    ['silent: nothing is known', { 'links/0/url': '/d/gone' }],
    ['silent: itself', { 'links/0/url': '/d/clean' }, [], otherKnown],
    ['silent: another server', { 'links/0/url': 'https://example.org/d/gone' }, [], otherKnown],
    ['silent: a variable', { 'links/0/url': '/d/$route' }, [], otherKnown],
  ]);
  itSurvives(dashboardChecks, ['links', 'panels/2/links', 'panels/2/fieldConfig/overrides']);
});
