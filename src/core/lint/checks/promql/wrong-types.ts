import { some, type Node } from '../../../promql/node.js';
import type { QueryCheck } from '../../check.js';
import { at, knownProblems } from '../../judge/known-problems.js';
import { speaksMetricsql } from '../../../document/find/metricsql.js';

/** A query whose syntax is right, but that Prometheus refuses: `rate(x)` without a window, `sum(1)`. */
export const wrongTypes: QueryCheck = {
  id: 'promql/wrong-types',
  severity: 'error',
  summary: 'A query that Prometheus refuses for its types',
  looksAt: 'query',
  *check(query, dashboard, context) {
    for (const { node, message } of knownProblems(query, context, 'type', 'not-duration')) {
      if (holdsVariable(node)) continue;
      yield {
        message,
        ...at(query, node),
        fix: 'correct the query: Prometheus refuses it, and the panel shows an error',
        ...(speaksMetricsql(dashboard) && { severity: 'warning' as const }),
      };
    }
  },
};

/** A variable that stands alone may hold any expression: what is around it has any type. */
function holdsVariable(node: Node): boolean {
  return some(node, ({ kind }) => kind === 'variable');
}
