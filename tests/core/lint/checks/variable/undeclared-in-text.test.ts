import { describe } from 'vitest';
import { variableChecks } from '../../../../../src/core/lint/checks/variable/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('variable/undeclared-in-text', () => {
  itFinds(variableChecks, [
    [
      'the example of its page',
      { 'panels/2/title': 'Up on ${host}' },
      [
        'variable/undeclared-in-text panels.2.title: the title of the panel uses the variable "host", which the dashboard does not declare',
      ],
    ],
    [
      'a legend and links',
      {
        'panels/2/targets/0/legendFormat': '$a',
        'panels/2/links': [{ title: 'L', url: '/d/other?${__url_time_range}&b=$b' }],
        'links/0/url': '/d/other?c=$c',
        'panels/0/title': '[[d]]',
      },
      [
        'variable/undeclared-in-text panels.2.links.0.url: the link "L" uses the variable "b", which the dashboard does not declare',
        'variable/undeclared-in-text panels.2.targets.0.legendFormat: the legend uses the variable "a", which the dashboard does not declare',
        'variable/undeclared-in-text panels.0.title: the title of the row uses the variable "d", which the dashboard does not declare',
        'variable/undeclared-in-text links.0.url: the link "Other" uses the variable "c", which the dashboard does not declare',
      ],
    ],
    ['silent: declared', { 'panels/2/title': 'Up on $route' }],
    ['silent: money', { 'panels/2/title': 'Costs in $ and 5$' }],
    [
      'silent: fields',
      {
        'panels/2/links': [
          { title: 'x', url: '/d/other?${__url_time_range}&${__all_variables}&var-a=${__field.labels.a}' },
        ],
      },
    ],
  ]);
  itSurvives(variableChecks, ['panels/2/title', 'links', 'panels/2/links']);
});
