import { describe } from 'vitest';
import { itFindsInRules, itSurvivesInRules } from '../rule-cases.js';

const annotations = { summary: 's', description: 'd' };
const same = { alert: 'WebDown', expr: 'up{job="web"} == 0', for: '5m', labels: { severity: 'page' }, annotations };
const recorded = { record: 'a:b:c', expr: 'sum(up)' };

describe('rule/duplicate', () => {
  itFindsInRules([
    [
      'the same in other words',
      { more: [{ ...same, expr: 'up{ job="web" }==0' }] },
      ['rule/duplicate groups.0.rules.1.expr: the alert "WebDown" stands twice, with the same expression and labels'],
    ],
    [
      'a recorded series',
      { more: [recorded, recorded] },
      [
        'rule/duplicate groups.0.rules.2.expr: the recording rule "a:b:c" stands twice, with the same expression and labels',
      ],
    ],
    ['silent: other labels', { more: [{ ...same, labels: { severity: 'ticket' } }] }],
    ['silent: another duration', { more: [{ ...same, for: '1h' }] }],
    ['silent: another expression', { more: [{ ...same, expr: 'up{job="api"} == 0' }] }],
  ]);
  itSurvivesInRules('expr', 'labels');
});
