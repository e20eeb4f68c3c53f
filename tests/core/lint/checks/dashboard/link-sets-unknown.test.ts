import { describe } from 'vitest';
import type { LintContext } from '../../../../../src/core/lint/check.js';
import { dashboardChecks } from '../../../../../src/core/lint/checks/dashboard/index.js';
import { bareContext } from '../../lint-one.js';
import { itFinds, itSurvives } from '../group-cases.js';

/** A dashboard whose variable `route` offers two values, and whose variable `job` is asked. */
const other: LintContext = {
  ...bareContext,
  dashboards: new Map([
    [
      'other',
      { title: 'Other', variables: ['route', 'job'], offers: new Map([['route', new Set(['/', '/about us'])]]) },
    ],
  ]),
};
const link = (parameters: string): { [key: string]: string } => ({ 'links/0/url': `/d/other?${parameters}` });

describe('dashboard/link-sets-unknown', () => {
  itFinds(dashboardChecks, [
    [
      'the example of its page',
      link('var-path=a'),
      ['dashboard/link-sets-unknown links.0.url: the link "Other" sets path of "other", which has no such variable'],
      other,
    ],
    [
      'a value that is not offered',
      link('var-route=%2Fadmin&var-job=web'),
      [
        'dashboard/link-sets-unknown links.0.url: the link "Other" sets route of "other" to "/admin", which it does not offer',
      ],
      other,
    ],
    ['silent: a value that is offered', link('var-route=%2Fabout+us'), [], other],
    ['silent: the value of a variable', link('var-route=${route}&var-job=$job'), [], other],
    ['silent: All', link('var-route=$__all'), [], other],
    ['silent: values that are asked', link('var-job=anything'), [], other],
    ['silent: an address that cannot be read', link('var-route=%E0%A4%A'), [], other],
    ['silent: a dashboard that is not known', link('var-path=a')],
  ]);
  itSurvives(dashboardChecks, ['links', 'links/0/url'], other);
});
