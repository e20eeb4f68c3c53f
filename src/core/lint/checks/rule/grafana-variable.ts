import { mask } from '../../../promql/mask.js';
import type { RuleCheck } from '../../check.js';

/** A variable of Grafana in the expression of a rule: Prometheus knows none. */
export const grafanaVariable: RuleCheck = {
  id: 'rule/grafana-variable',
  severity: 'error',
  summary: 'a rule whose expression has a variable of Grafana',
  looksAt: 'rule',
  *check({ expr, name }) {
    const [word] = mask(expr).words;
    if (word === undefined) return;
    const { from, to } = word;
    yield {
      message: `the rule "${name}" has the variable ${expr.slice(from, to)}, which Grafana knows and Prometheus refuses`,
      range: { from, to },
      fix: 'write the value: a rule has nobody who could choose one',
    };
  },
};
