import { describe } from 'vitest';
import { bareContext } from '../../lint-one.js';
import { itFindsInRules, itSurvivesInRules } from '../rule-cases.js';

const finding = (label: string): string =>
  `rule/no-severity groups.0.rules.0.expr: the alert "WebDown" has no label ${label}: routes cannot tell how bad it is`;
const asking = { ...bareContext, options: { 'rule/no-severity': { label: 'priority' } } };

describe('rule/no-severity', () => {
  itFindsInRules([
    ['the example of its page', { rule: { labels: null } }, [finding('severity')]],
    ['an empty one', { rule: { labels: { severity: '' } } }, [finding('severity')]],
    ['another label is asked for', {}, [finding('priority')], asking],
    ['silent: a label of the group', { rule: { labels: null }, group: { labels: { severity: 'page' } } }],
    ['silent: a number', { rule: { labels: { severity: 1 } } }],
    ['silent: a recording rule', { rule: { alert: null, record: 'a:b:c', labels: null } }],
  ]);
  itSurvivesInRules('labels');
});
