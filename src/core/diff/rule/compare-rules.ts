import type { ReadRule } from '../../document/read-rule-file.js';
import type { Lookup } from '../../promql/analyze/lookup.js';
import { compareParts } from '../part/aspect.js';
import type { Change, RuleChange, RuleFileChange } from '../change.js';
import { countQuiet } from '../part/count-quiet.js';
import { pair } from '../pair/pair.js';
import type { Side, SideRules } from '../side.js';
import { ruleTable } from './rule-table.js';
import { testsOf } from './tests.js';

/** The tests of both sides. */
export interface BothTests {
  readonly before: Side['tests'];
  readonly after: Side['tests'];
}

/** Compares two versions of a rule file; undefined where they say the same. */
export function compareRuleFiles(
  before: SideRules | undefined,
  after: SideRules | undefined,
  tests: BothTests,
  lookup: Lookup,
): RuleFileChange | undefined {
  const { both, gone, come } = pair(before?.read.rules ?? [], after?.read.rules ?? [], [
    (rule) => JSON.stringify([rule.kind, rule.name, rule.group, rule.json]),
    ({ kind, name, group, labels }) => JSON.stringify([kind, name, group, labels]),
    ({ kind, name, group }) => `${kind} ${group} ${name}`,
    ({ kind, name }) => `${kind} ${name}`,
    ({ kind, expr }) => `${kind} ${expr}`,
  ]);
  const quiet: string[] = [];
  const named = (rule: ReadRule): Pick<RuleChange, 'kind' | 'name' | 'group' | 'tests' | 'position'> => ({
    kind: rule.kind,
    name: rule.name,
    group: rule.group,
    tests: rule.kind === 'alert' ? testsOf(rule.name, tests.before, tests.after) : [],
    position: after?.locate(rule),
  });
  const rules = [
    ...gone.map((rule): RuleChange => ({ ...named(rule), state: 'removed', changes: whole(rule, 'before') })),
    ...both.flatMap((each): readonly RuleChange[] => {
      const compared = compareParts(each.before, each.after, ruleTable, lookup);
      quiet.push(...compared.quiet);
      return compared.changes.length === 0
        ? []
        : [{ ...named(each.after), state: 'changed', changes: compared.changes }];
    }),
    ...come.map((rule): RuleChange => ({ ...named(rule), state: 'added', changes: whole(rule, 'after') })),
  ];
  if (rules.length + quiet.length === 0) return undefined;
  const state = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return { state, file: (after ?? before)?.file ?? '', rules, quiet: countQuiet(quiet) };
}

/** A rule that came or went: when it fires. */
function whole({ expr, for: pending }: ReadRule, side: 'before' | 'after'): readonly Change[] {
  const parts = [
    { kind: 'expression', label: 'expression', text: expr },
    ...(pending === undefined ? [] : [{ kind: 'for', label: 'fires after', text: pending } as const]),
  ] as const;
  return parts.map(({ kind, label, text }) => ({
    kind,
    label,
    before: side === 'before' ? text : undefined,
    after: side === 'after' ? text : undefined,
    details: [],
  }));
}
