import { describe } from 'vitest';
import { jobVariable } from '../../../../../src/core/lint/checks/house/job-variable.js';
import { contextOf } from '../contexts.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('house/job-variable', () => {
  const variable = (changes: object = {}) => ({
    'templating/list/1': {
      name: 'job',
      type: 'query',
      label: 'Job',
      multi: true,
      includeAll: true,
      allValue: '.+',
      ...changes,
    },
  });
  const differs = (key: string, found: string, asked: string) =>
    `house/job-variable templating.list.1.${key}: the variable "job" has ${key} ${found}: the house asks for ${asked}`;
  itFinds(
    [jobVariable],
    [
      ['as the house asks', variable()],
      ['none', {}, ['house/job-variable : the dashboard has no variable "job" by which viewers choose']],
      ['another type', variable({ type: 'textbox' }), [differs('type', '"textbox"', '"query"')]],
      ['another label', variable({ label: 'jobs' }), [differs('label', '"jobs"', '"Job"')]],
      ['one value', variable({ multi: false }), [differs('multi', 'false', 'true')]],
      ['no All', variable({ includeAll: false }), [differs('includeAll', 'false', 'true')]],
      ['another All', variable({ allValue: '.*' }), [differs('allValue', '".*"', '".+"')]],
      [
        'what the options say',
        { 'templating/list/1': { name: 'app', type: 'custom', label: 'App' } },
        [],
        contextOf({
          options: {
            'house/job-variable': { name: 'app', type: 'any', label: 'App', multi: false, includeAll: false },
          },
        }),
      ],
      ['a dashboard that asks nothing', { panels: [] }],
    ],
  );
  itSurvives([jobVariable], ['templating/list/0', 'templating/list']);
});
