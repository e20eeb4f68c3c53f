import { describe } from 'vitest';
import { itFindsInRules, itSurvivesInRules } from '../rule-cases.js';

const finding = (text: string): string => `rule/no-comparison groups.0.rules.0.expr: the alert "WebDown" ${text}`;

describe('rule/no-comparison', () => {
  itFindsInRules([
    [
      'the example of its page',
      { rule: { expr: 'rate(http_errors_total[5m])' } },
      [finding('compares nothing: it fires for every series there is, whatever its value')],
    ],
    [
      'bool',
      { rule: { expr: 'queue_length > bool 5' } },
      [finding('always fires: > bool returns 0 where it does not hold, which is a value too')],
    ],
    [
      'bool inside',
      { rule: { expr: 'sum(queue_length > bool 5)' } },
      [finding('always fires: > bool returns 0 where it does not hold, which is a value too')],
    ],
    ['silent: a comparison inside', { rule: { expr: 'sum(queue_length > 5)' } }],
    ['silent: absence', { rule: { expr: 'absent(up{job="web"})' } }],
    ['silent: always, on purpose', { rule: { expr: 'vector(1)' } }],
    ['silent: what another one lacks', { rule: { expr: 'up unless on (instance) node_uname_info' } }],
    ['silent: alerts', { rule: { expr: 'ALERTS{severity="page"}' } }],
    ['silent: a recording rule', { rule: { alert: null, record: 'a:b:c', expr: 'sum(up)' } }],
    ['silent: what does not parse', { rule: { expr: 'sum(' } }],
  ]);
  itSurvivesInRules('expr');
});
