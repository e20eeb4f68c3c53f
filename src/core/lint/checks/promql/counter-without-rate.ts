import { functionFacts } from '../../../promql/functions.js';
import type { Node, SelectorNode } from '../../../promql/node.js';
import { isSelection } from '../../../promql/operators.js';
import { seriesName, seriesOf } from '../../../promql/analyze/lookup.js';
import type { LintContext, QueryCheck } from '../../check.js';
import { isDrawnAsLines } from '../../../document/find/drawn.js';
import { at, knownProblems, lookupOf } from '../../judge/known-problems.js';
import { seriesKind } from '../../../document/find/series-in.js';
import type { ReadQuery } from '../../../document/read-dashboard.js';

/** A counter as it is: its value says only how long ago its process started. */
export const counterWithoutRate: QueryCheck = {
  id: 'promql/counter-without-rate',
  severity: 'warning',
  summary: 'A counter without rate() or increase()',
  looksAt: 'query',
  *check(query, _, context) {
    if (query.node === undefined || query.owner === 'variable') return;
    const seen = new Set<Node>();
    for (const { node, message } of knownProblems(query, context, 'bare-counter', 'wrong-metric-type')) {
      if (node.kind === 'call' && functionFacts(node.name)?.needs !== 'gauge') continue;
      for (const of of node.kind === 'aggregate' ? bareIn(node.expr) : []) seen.add(of);
      yield { message, ...at(query, node), fix };
    }
    if (!isDrawnAsLines(query)) return;
    for (const selector of bareIn(query.node)) {
      if (seen.has(selector) || !isCounterHere(selector, query, context)) continue;
      const known = seriesOf(selector, lookupOf(context)) === undefined ? ' by its name' : '';
      yield {
        message: `${seriesName(selector)} is a counter${known}: drawn as it is, it climbs, and falls to 0 when its process starts`,
        ...at(query, selector),
        fix,
      };
    }
  },
};

const fix = 'take rate(…[$__rate_interval]) or increase(…) of it, before any aggregation';

/**
 * True where a selector is of a counter. One named `_sum` or `_count` is so only by the catalog: gauges have such
 * names, too.
 */
function isCounterHere(selector: SelectorNode, query: ReadQuery, context: LintContext): boolean {
  const kind = seriesKind(selector, lookupOf(context));
  if (seriesOf(selector, lookupOf(context)) !== undefined) return kind === 'counter' || kind === 'bucket';
  if (query.owner !== 'panel' || !/_(?:total|bucket)$/.test(seriesName(selector) ?? '')) return false;
  // Beside gauges that are drawn as they are, it is most probably one: the total of a size.
  const siblings = (query.panel?.queries ?? []).flatMap(({ node }) => (node === undefined ? [] : bareIn(node)));
  return !siblings.some(
    (sibling) => seriesKind(sibling, lookupOf(context)) === 'unknown' && seriesName(sibling) !== undefined,
  );
}

const adding: ReadonlySet<string> = new Set(['sum', 'avg', 'min', 'max', 'topk', 'bottomk']);
const handingOn: ReadonlySet<string> = new Set([
  'label_replace',
  'label_join',
  'sort',
  'sort_desc',
  'last_over_time',
  'abs',
  'round',
  'ceil',
  'floor',
]);

/** The selectors whose samples a query shows as they are. */
function bareIn(node: Node): readonly SelectorNode[] {
  switch (node.kind) {
    case 'selector':
      return [node];
    case 'call':
      return handingOn.has(node.name) ? node.args.slice(0, 1).flatMap(bareIn) : [];
    case 'aggregate':
      return adding.has(node.name) ? bareIn(node.expr) : [];
    case 'binary':
      // A difference or a quotient of counters may be meant.
      if (isSelection(node)) return bareIn(node.left);
      return node.operator === 'or' ? [...bareIn(node.left), ...bareIn(node.right)] : [];
    default:
      return [];
  }
}
