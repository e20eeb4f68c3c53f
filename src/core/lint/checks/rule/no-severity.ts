import type { RuleCheck } from '../../check.js';

const id = 'rule/no-severity';

/** An alert that does not say how bad it is: Alertmanager's routes usually ask for that. */
export const noSeverity: RuleCheck = {
  id,
  severity: 'note',
  summary: 'an alert without a severity label',
  looksAt: 'rule',
  *check({ kind, name, labels }, _file, { options }) {
    const configured = options?.[id]?.['label'];
    const label = typeof configured === 'string' ? configured : 'severity';
    if (kind !== 'alert' || (labels[label] ?? '').trim() !== '') return;
    yield {
      message: `the alert "${name}" has no label ${label}: routes cannot tell how bad it is`,
      fix: `give it one: labels: { ${label}: warning }`,
    };
  },
};
