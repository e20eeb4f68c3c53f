import stringify from 'fast-json-stable-stringify';
import { print } from '../../../promql/print.js';
import type { RuleCheck } from '../../check.js';
import type { ReadRule, ReadRuleFile } from '../../../document/read-rule-file.js';

/** A rule that stands twice: the alert is sent twice, the series recorded twice. */
export const duplicate: RuleCheck = {
  id: 'rule/duplicate',
  severity: 'warning',
  summary: 'the same rule stands twice in a file',
  looksAt: 'rule',
  *check(rule, file) {
    const first = firstRules(file).get(keyOf(rule));
    if (first === undefined || first === rule) return;
    yield {
      message: `the ${rule.kind === 'alert' ? 'alert' : 'recording rule'} "${rule.name}" stands twice, with the same expression and labels${first.group === rule.group ? '' : `: also in the group "${first.group}"`}`,
      fix: 'remove one of the two',
    };
  },
};

const known = new WeakMap<ReadRuleFile, ReadonlyMap<string, ReadRule>>();

function firstRules(file: ReadRuleFile): ReadonlyMap<string, ReadRule> {
  let first = known.get(file);
  if (first === undefined) {
    first = new Map(file.rules.toReversed().map((rule) => [keyOf(rule), rule]));
    known.set(file, first);
  }
  return first;
}

function keyOf({ kind, name, labels, node, expr, for: duration }: ReadRule): string {
  return stringify([kind, name, labels, node === undefined ? expr : print(node), duration]);
}
