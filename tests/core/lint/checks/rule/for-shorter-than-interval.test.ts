import { describe } from 'vitest';
import { itFindsInRules, itSurvivesInRules } from '../rule-cases.js';

describe('rule/for-shorter-than-interval', () => {
  itFindsInRules([
    [
      'the example of its page',
      { group: { interval: '10m' } },
      [
        'rule/for-shorter-than-interval groups.0.rules.0.for: the alert "WebDown" waits for 5m, but is evaluated only every 10m: it fires at the second evaluation, whatever for says',
      ],
    ],
    ['silent: as long', { group: { interval: '5m' } }],
    ['silent: for: 0s is meant', { rule: { for: '0s' }, group: { interval: '10m' } }],
    ['silent: no duration', { group: { interval: 'often' } }],
    ['silent: no interval', { group: { interval: [] } }],
  ]);
  itSurvivesInRules('for');
});
