import { describe } from 'vitest';
import { itFindsInRules, itSurvivesInRules } from '../rule-cases.js';

const finding = (key: string, text: string): string =>
  `rule/bad-duration groups.0.rules.0.${key}: ${key} of the rule "WebDown" is ${text}, which is not a duration: Prometheus refuses the file`;

describe('rule/bad-duration', () => {
  itFindsInRules([
    ['the example of its page', { rule: { for: '5 minutes' } }, [finding('for', '5 minutes')]],
    ['keep_firing_for too', { rule: { keep_firing_for: '1.5h' } }, [finding('keep_firing_for', '1.5h')]],
    ['small units first', { rule: { for: '30s1m' } }, [finding('for', '30s1m')]],
    ['a number without a unit', { rule: { for: 5 } }, [finding('for', '5')]],
    ['silent: several units', { rule: { for: '1h30m' } }],
    ['silent: nothing', { rule: { for: '0s', keep_firing_for: 0 } }],
    ['silent: what somebody fills in later', { rule: { for: '{{ .Values.for }}' } }],
  ]);
  itSurvivesInRules('for', 'keep_firing_for');
});
