import { children, type BinaryNode, type Node } from '../../../promql/node.js';
import type { RuleCheck } from '../../check.js';
import { at } from '../../judge/known-problems.js';
import { isComparison, isSelection } from '../../../promql/operators.js';

/** An alert that fires whenever its series exist, whatever their values are. */
export const noComparison: RuleCheck = {
  id: 'rule/no-comparison',
  severity: 'warning',
  summary: 'an alert whose expression compares nothing',
  looksAt: 'rule',
  *check(rule) {
    const { kind, node, name } = rule;
    if (kind !== 'alert' || node === undefined || canBeEmpty(node)) return;
    const bool = boolIn(node);
    yield {
      message:
        bool !== undefined
          ? `the alert "${name}" always fires: ${bool.operator} bool returns 0 where it does not hold, which is a value too`
          : `the alert "${name}" compares nothing: it fires for every series there is, whatever its value`,
      ...at(rule, node),
      fix:
        bool !== undefined
          ? 'remove bool: the comparison then returns what it holds for, and nothing else'
          : 'compare with the value that is wrong: … > 0',
      ...(bool === node ? { severity: 'error' as const } : {}),
    };
  },
};

function boolIn(node: Node): BinaryNode | undefined {
  if (isComparison(node) && node.bool === true) return node;
  return children(node)
    .map(boolIn)
    .find((found) => found !== undefined);
}

const conditional: ReadonlySet<string> = new Set(['absent', 'absent_over_time', 'vector']);

/** True where values decide what is returned, or the alert is meant to fire always: `vector(1)`. */
function canBeEmpty(node: Node): boolean {
  if (isSelection(node)) return true;
  if (node.kind === 'call' && conditional.has(node.name)) return true;
  if (node.kind === 'selector' && (node.metric === undefined || node.metric === 'ALERTS' || node.metric.includes('$')))
    return true;
  if (node.kind === 'number' || node.kind === 'variable') return true;
  // What `or` and `bool` give depends on all of their sides; elsewhere one condition below decides.
  const below = children(node).filter(({ kind }) => kind !== 'number' && kind !== 'string');
  return below.some(canBeEmpty);
}
