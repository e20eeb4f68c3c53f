import { counts, emptyComparisons } from '../../../promql/analyze/never-returns.js';
import { print } from '../../../promql/print.js';
import type { QueryCheck } from '../../check.js';
import { at, lookupOf, noCatalog } from '../../judge/known-problems.js';

/** A comparison that no value passes: `count(x) == 0`, which is empty where there is nothing to count. */
export const canNeverReturn: QueryCheck = {
  id: 'promql/can-never-return',
  severity: 'error',
  summary: 'A comparison that no value passes',
  looksAt: 'query',
  *check(query, _, context) {
    if (query.node === undefined) return;
    for (const { node, reason } of emptyComparisons(query.node, lookupOf(context))) {
      const isCertain =
        context.pack !== undefined || emptyComparisons(query.node, noCatalog).some((certain) => certain.node === node);
      yield {
        message: `${shortened(print(node))} never returns anything: ${reason}`,
        ...at(query, node),
        fix: counts(node) ? 'ask absent(…) for what is not there' : 'correct the comparison',
        ...(!isCertain && { severity: 'warning' as const }),
      };
    }
  },
};

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
