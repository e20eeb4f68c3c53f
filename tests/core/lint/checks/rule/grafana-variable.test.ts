import { describe } from 'vitest';
import { itFindsInRules, itSurvivesInRules } from '../rule-cases.js';

const finding = (name: string): string =>
  `rule/grafana-variable groups.0.rules.0.expr: the rule "WebDown" has the variable ${name}, which Grafana knows and Prometheus refuses`;

describe('rule/grafana-variable', () => {
  itFindsInRules([
    [
      'the example of its page',
      { rule: { expr: 'rate(http_errors_total[$__rate_interval]) > 1' } },
      [finding('$__rate_interval')],
    ],
    ['a threshold', { rule: { expr: 'rate(http_errors_total[5m]) > $threshold' } }, [finding('$threshold')]],
    ['silent: in a string it may be a pattern', { rule: { expr: 'up{job=~"a$|$b"} == 0' } }],
    ['silent: a group of a replacement', { rule: { expr: 'label_replace(up, "a", "$1", "instance", "(.*)") == 0' } }],
  ]);
  itSurvivesInRules('expr');
});
