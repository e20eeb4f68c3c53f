import type { RuleCheck } from '../../check.js';

/** An alert that fires at the first evaluation that finds something, and so at every blip. */
export const noFor: RuleCheck = {
  id: 'rule/no-for',
  severity: 'note',
  summary: 'an alert without for',
  looksAt: 'rule',
  *check({ kind, for: duration, name, node }) {
    if (kind !== 'alert' || duration !== undefined) return;
    if (node?.kind === 'call' && node.name === 'vector') return; // it is meant to fire always
    yield {
      message: `the alert "${name}" has no for: one bad evaluation is enough to fire it`,
      fix: 'say how long it must last, for: 5m, or write for: 0s where one evaluation is meant',
    };
  },
};
