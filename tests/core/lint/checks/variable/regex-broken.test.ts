import { describe } from 'vitest';
import { variableChecks } from '../../../../../src/core/lint/checks/variable/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('variable/regex-broken', () => {
  itFinds(variableChecks, [
    [
      'the example of its page',
      { 'templating/list/0/regex': '/^(api/' },
      [
        'variable/regex-broken templating.list.0.regex: the regular expression /^(api/ of the variable "route" is not one: Invalid regular expression: /^(api/: Unterminated group',
      ],
    ],
    [
      'no end',
      { 'templating/list/0/regex': '/api' },
      [
        'variable/regex-broken templating.list.0.regex: the regular expression /api of the variable "route" is not one: it begins with "/" and does not end with "/"',
      ],
    ],
    ['silent: without slashes', { 'templating/list/0/regex': 'api.*' }],
    ['silent: flags', { 'templating/list/0/regex': '/API/i' }],
    [
      'silent: a variable in it',
      {
        'templating/list/0/regex': '/$x(/',
        'templating/list/1': {
          name: 'x',
          type: 'custom',
          query: 'shadow,live',
          hide: 0,
          current: { text: 'live', value: 'live' },
        },
      },
    ],
  ]);
  itSurvives(variableChecks, ['templating/list/0/regex']);
});
