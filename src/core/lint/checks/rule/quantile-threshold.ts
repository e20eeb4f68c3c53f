import { seriesName, seriesOf, type Lookup } from '../../../promql/analyze/lookup.js';
import { walk, type BinaryNode, type Node } from '../../../promql/node.js';
import type { RuleCheck } from '../../check.js';
import { at } from '../../judge/known-problems.js';
import { filtersIn } from '../../../document/find/conditions.js';
import { isFilter } from '../../../promql/operators.js';
import type { ReadRule } from '../../../document/read-rule-file.js';

/** A quantile of a histogram against a threshold between two buckets, where it is only guessed. */
export const quantileThreshold: RuleCheck = {
  id: 'rule/quantile-threshold',
  severity: 'warning',
  summary: 'a quantile of a histogram compared with a value between two of its buckets',
  looksAt: 'rule',
  *check(rule, { rules }, { catalog }) {
    if (catalog === undefined || rule.node === undefined) return;
    for (const comparison of filtersIn(rule.node)) {
      const threshold = thresholdOf(comparison, rules);
      const buckets = threshold === undefined ? undefined : bucketsIn(threshold.quantile, catalog);
      if (threshold === undefined || buckets === undefined || buckets.bounds.includes(threshold.value)) continue;
      if (threshold.value === 0 && (buckets.bounds[0] ?? 0) > 0) continue; // the first bucket begins there
      const [below, above] = around(threshold.value, buckets.bounds);
      yield {
        message: `${buckets.name} has no bucket that ends at ${threshold.value}: ${between(below, above)}, where the quantile is guessed on a straight line`,
        ...at(rule, comparison),
        fix: `compare with ${[below, above].filter((bound) => bound !== undefined).join(' or ')}, or give the histogram a bucket at ${threshold.value}`,
      };
    }
  },
};

/** `histogram_quantile(…) > 0.25`, either way round; the quantile may be recorded by another rule of the file. */
function thresholdOf(
  { left, right }: BinaryNode,
  rules: readonly ReadRule[],
): { readonly quantile: Node; readonly value: number } | undefined {
  const [number, other] = left.kind === 'number' ? [left, right] : [right, left];
  if (number.kind !== 'number') return undefined;
  const name = other.kind === 'selector' ? seriesName(other) : undefined;
  const recorded = rules.find((rule) => name !== undefined && rule.kind === 'record' && rule.name === name)?.node;
  const quantile = recorded === undefined ? other : withoutFilter(recorded);
  return quantile.kind === 'call' && quantile.name === 'histogram_quantile'
    ? { quantile, value: number.value }
    : undefined;
}

/** `histogram_quantile(…) >= 0` keeps the values that it does not drop. */
function withoutFilter(node: Node): Node {
  return isFilter(node) && node.right.kind === 'number' ? node.left : node;
}

function bucketsIn(
  node: Node,
  catalog: Lookup,
): { readonly name: string; readonly bounds: readonly number[] } | undefined {
  let found: { readonly name: string; readonly bounds: readonly number[] } | undefined;
  walk(node, (inner) => {
    if (inner.kind !== 'selector') return;
    const family = seriesOf(inner, catalog)?.family;
    if (family?.buckets !== undefined && family.buckets.length > 0)
      found ??= { name: family.name, bounds: family.buckets };
  });
  return found;
}

function around(value: number, bounds: readonly number[]): readonly [number | undefined, number | undefined] {
  return [bounds.findLast((bound) => bound < value), bounds.find((bound) => bound > value)];
}

function between(below: number | undefined, above: number | undefined): string {
  if (above === undefined) return `it is above the last, ${below}`;
  return below === undefined ? `it is below the first, ${above}` : `it is between ${below} and ${above}`;
}
