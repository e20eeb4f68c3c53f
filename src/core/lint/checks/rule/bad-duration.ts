import { durationSeconds } from '../../../promql/duration.js';
import type { Problem, RuleCheck } from '../../check.js';
import type { Json } from '../../../model/json.js';
import type { ReadRule } from '../../../document/read-rule-file.js';

/** A duration that Prometheus cannot read: it refuses the whole file. */
export const badDuration: RuleCheck = {
  id: 'rule/bad-duration',
  severity: 'error',
  summary: 'a duration of a rule that Prometheus cannot read',
  looksAt: 'rule',
  *check(rule) {
    for (const key of ['for', 'keep_firing_for'] as const) yield* problemOf(rule, key, rule.json[key]);
  },
};

function* problemOf({ name, path }: ReadRule, key: string, value: Json | undefined): Generator<Problem> {
  if (value === undefined || value === null || value === 0) return;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text === '' || text === '0' || durationSeconds(text) !== undefined || text.includes('$') || text.includes('{{'))
    return;
  yield {
    message: `${key} of the rule "${name}" is ${text}, which is not a duration: Prometheus refuses the file`,
    path: [...path, key],
    fix: 'write a number with its unit, large units first: 90s, 5m, 1h30m',
  };
}
