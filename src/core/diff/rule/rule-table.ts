import type { ReadRule } from '../../document/read-rule-file.js';
import { equal } from '../../promql/equal.js';
import { valueAspect, type Aspect, type AspectTable } from '../part/aspect.js';
import type { Change, ChangeKind } from '../change.js';
import { consequences } from '../query/consequences.js';
import { printWord } from '../value/print-value.js';

const expression: Aspect<ReadRule> = {
  members: ['expr'],
  compare(before, after, lookup) {
    if (before.expr === after.expr || isSameTree(before, after)) return [];
    const details = consequences(before.node, after.node, lookup);
    return [{ kind: 'expression', label: 'expression', before: before.expr, after: after.expr, details }];
  },
  quiet: (before, after) =>
    before.expr !== after.expr && isSameTree(before, after) ? ['spaces in the expression of a rule'] : [],
};

/** Everything that is compared of a rule. */
export const ruleTable: AspectTable<ReadRule> = {
  aspects: [
    {
      members: ['alert', 'record'],
      compare: (before, after) => differing('title', 'renamed', before.name, after.name),
    },
    expression,
    valueAspect('for', 'fires after', 'for', printWord),
    valueAspect('for', 'keeps firing for', 'keep_firing_for', printWord),
    texts('label', 'label', 'labels'),
    texts('label', 'annotation', 'annotations'),
    {
      members: [],
      compare: (before, after) => differing('interval', 'evaluated every', before.interval, after.interval),
    },
    { members: [], compare: (before, after) => differing('interval', 'group', before.group, after.group) },
  ],
  quiet: [],
  prefixes: [],
};

function isSameTree({ node: before }: ReadRule, { node: after }: ReadRule): boolean {
  return before !== undefined && after !== undefined && equal(before, after);
}

/** Labels or annotations, one change a name. */
function texts(kind: ChangeKind, label: string, member: 'labels' | 'annotations'): Aspect<ReadRule> {
  return {
    members: [member],
    compare({ [member]: before }, { [member]: after }) {
      const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
      return names.flatMap((name) => differing(kind, `${label} ${name}`, before[name], after[name]));
    },
  };
}

function differing(
  kind: ChangeKind,
  label: string,
  before: string | undefined,
  after: string | undefined,
): readonly Change[] {
  return before === after ? [] : [{ kind, label, before, after, details: [] }];
}
