import { describe } from 'vitest';
import { itFindsInRules, itSurvivesInRules } from '../rule-cases.js';

describe('rule/no-for', () => {
  itFindsInRules([
    [
      'the example of its page',
      { rule: { for: null } },
      ['rule/no-for groups.0.rules.0.expr: the alert "WebDown" has no for: one bad evaluation is enough to fire it'],
    ],
    ['silent: on purpose', { rule: { for: '0s' } }],
    ['silent: it fires always', { rule: { for: null, expr: 'vector(1)' } }],
    ['silent: a number', { rule: { for: 0 } }],
    ['silent: a recording rule', { rule: { alert: null, record: 'a:b:c', for: null } }],
  ]);
  itSurvivesInRules('for');
});
