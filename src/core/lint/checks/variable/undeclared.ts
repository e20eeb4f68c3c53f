import { nearest } from '../../../text/nearest.js';
import { walk, type Node } from '../../../promql/node.js';
import { variablesUsed } from '../../../promql/analyze/variables.js';
import type { QueryCheck } from '../../check.js';
import { isPlaceholder, undeclaredVariables } from '../../../document/find/undeclared-variables.js';

/** A variable that the dashboard does not declare: Grafana leaves `$x` as it is, and the query asks for that. */
export const undeclared: QueryCheck = {
  id: 'variable/undeclared',
  severity: 'error',
  summary: 'A query uses a variable that the dashboard does not declare',
  looksAt: 'query',
  *check({ expr, node, owner }, dashboard) {
    const missing = undeclaredVariables(expr, dashboard);
    // Of a query that does not parse, nobody knows what its variables are.
    if (missing.length === 0 || node === undefined) return;
    const used = variablesUsed(node); // without those in comments
    const groups = groupsOfLabelReplace(node);
    for (const { name, from, to } of missing) {
      if (!used.has(name) || groups.has(name)) continue;
      const names = dashboard.variables.map((variable) => variable.name);
      const meant = nearest(name, names);
      yield {
        message: `the query of the ${owner} uses the variable "${name}", which the dashboard does not declare${meant === undefined ? '' : `: did you mean "${meant}"?`}`,
        range: { from, to },
        ...(isPlaceholder(name) ? { severity: 'warning' } : {}),
        fix: `declare the variable "${name}", or write what it should stand for`,
      };
    }
  },
};

/** The names of the groups in the patterns of `label_replace`: `$name` in its replacement is one of them. */
function groupsOfLabelReplace(node: Node): ReadonlySet<string> {
  const names = new Set<string>();
  walk(node, (inner) => {
    if (inner.kind !== 'call' || inner.name !== 'label_replace') return;
    const pattern = inner.args[4];
    if (pattern?.kind !== 'string') return;
    for (const match of pattern.value.matchAll(/\(\?P?<(\w+)>/g)) names.add(match[1] ?? '');
  });
  return names;
}
