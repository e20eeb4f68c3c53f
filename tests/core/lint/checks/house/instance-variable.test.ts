import { describe } from 'vitest';
import { instanceVariable } from '../../../../../src/core/lint/checks/house/instance-variable.js';
import { contextOf } from '../contexts.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('house/instance-variable', () => {
  const variable = (changes: object = {}) => ({
    'templating/list/1': {
      name: 'instance',
      type: 'query',
      label: 'Instance',
      multi: true,
      includeAll: true,
      allValue: '.+',
      ...changes,
    },
  });
  const differs = (key: string, found: string, asked: string) =>
    `house/instance-variable templating.list.1.${key}: the variable "instance" has ${key} ${found}: the house asks for ${asked}`;
  itFinds(
    [instanceVariable],
    [
      ['as the house asks', variable()],
      ['none', {}, ['house/instance-variable : the dashboard has no variable "instance" by which viewers choose']],
      ['another type', variable({ type: 'textbox' }), [differs('type', '"textbox"', '"query"')]],
      ['another label', variable({ label: 'instances' }), [differs('label', '"instances"', '"Instance"')]],
      ['one value', variable({ multi: false }), [differs('multi', 'false', 'true')]],
      ['no All', variable({ includeAll: false }), [differs('includeAll', 'false', 'true')]],
      ['another All', variable({ allValue: '.*' }), [differs('allValue', '".*"', '".+"')]],
      [
        'what the options say',
        { 'templating/list/1': { name: 'app', type: 'custom', label: 'App' } },
        [],
        contextOf({
          options: {
            'house/instance-variable': { name: 'app', type: 'any', label: 'App', multi: false, includeAll: false },
          },
        }),
      ],
      ['a dashboard that asks nothing', { panels: [] }],
    ],
  );
  itSurvives([instanceVariable], ['templating/list/0', 'templating/list']);
});
