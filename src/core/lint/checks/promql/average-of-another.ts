import { seriesName, seriesOf, type Lookup } from '../../../promql/analyze/lookup.js';
import { walk, type Node, type SelectorNode } from '../../../promql/node.js';
import type { QueryCheck } from '../../check.js';
import { at, lookupOf } from '../../judge/known-problems.js';

/** An average that divides the sum of one histogram by the count of something else. */
export const averageOfAnother: QueryCheck = {
  id: 'promql/average-of-another',
  severity: 'warning',
  summary: 'The sum of a histogram, divided by the count of something else',
  looksAt: 'query',
  *check(query, _, context) {
    if (query.node === undefined || !query.expr.includes('_sum')) return;
    const lookup = lookupOf(context);
    const quotients: { readonly sum: SelectorNode; readonly count: SelectorNode }[] = [];
    walk(query.node, (node) => {
      if (node.kind !== 'binary' || node.operator !== '/') return;
      const [sum, count] = [ratedIn(node.left), ratedIn(node.right)];
      if (sum !== undefined && count !== undefined) quotients.push({ sum, count });
    });
    for (const { sum, count } of quotients) {
      const own = ownCount(sum, count, lookup);
      if (own === undefined) continue;
      yield {
        message: `the average divides ${seriesName(sum)} by ${seriesName(count)}, which counts something else`,
        ...at(query, count),
        fix: `divide by ${own}`,
      };
    }
  },
};

/** The series whose rate a side of a division is, where it is that of one. */
function ratedIn(node: Node): SelectorNode | undefined {
  switch (node.kind) {
    case 'aggregate':
      return node.name === 'sum' ? ratedIn(node.expr) : undefined;
    case 'binary':
      return ['>', '!='].includes(node.operator) && node.right.kind === 'number' ? ratedIn(node.left) : undefined;
    case 'call': {
      const [of] = node.args;
      if (of === undefined) return undefined;
      if (node.name === 'clamp_min') return ratedIn(of);
      return ['rate', 'increase', 'irate'].includes(node.name) && of.kind === 'selector' ? of : undefined;
    }
    default:
      return undefined;
  }
}

/** The count that belongs to a sum, where another one is taken. */
function ownCount(sum: SelectorNode, count: SelectorNode, lookup: Lookup): string | undefined {
  const [name, other] = [seriesName(sum), seriesName(count)];
  if (name === undefined || other === undefined || !name.endsWith('_sum')) return undefined;
  const own = `${name.slice(0, -'_sum'.length)}_count`;
  if (other === own) return undefined;
  // Without a catalog, only another "_count" is certainly a count: what a "_total" counts may be meant.
  const known = seriesOf(sum, lookup);
  const isSum = known === undefined ? other.endsWith('_count') : known.part === 'sum' && isCounter(count, lookup);
  return isSum ? own : undefined;
}

function isCounter(node: SelectorNode, lookup: Lookup): boolean {
  const known = seriesOf(node, lookup);
  return known?.part === 'count' || (known?.part === 'value' && known.family.type === 'counter');
}
