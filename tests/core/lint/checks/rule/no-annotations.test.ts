import { describe } from 'vitest';
import { bareContext } from '../../lint-one.js';
import { itFindsInRules, itSurvivesInRules } from '../rule-cases.js';

const finding = (names: string): string =>
  `rule/no-annotations groups.0.rules.0.expr: the alert "WebDown" has no annotation ${names}`;
const asking = { ...bareContext, options: { 'rule/no-annotations': { annotations: ['runbook_url'] } } };

describe('rule/no-annotations', () => {
  itFindsInRules([
    ['one is missing', { rule: { annotations: { summary: 's' } } }, [finding('description')]],
    ['both are missing', { rule: { annotations: null } }, [finding('summary, and none description')]],
    ['an empty one', { rule: { annotations: { summary: ' ', description: 'd' } } }, [finding('summary')]],
    ['others are asked for', { rule: { annotations: { message: 'm' } } }, [finding('runbook_url')], asking],
    ['silent: what is asked for is there', { rule: { annotations: { runbook_url: 'https://…' } } }, [], asking],
    ['silent: message', { rule: { annotations: { message: 'm' } } }],
    ['silent: a recording rule', { rule: { alert: null, record: 'a:b:c', annotations: null } }],
  ]);
  itSurvivesInRules('annotations');
});
