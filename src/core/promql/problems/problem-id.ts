import { functionFacts } from '../functions.js';
import type { ProblemKind, QueryProblem } from './problems.js';

/** Whoever builds a query and whoever lints it says one thing: these are the ids of the lint's checks. */
const ids = {
  'unknown-metric': 'promql/unknown-metric',
  'bare-histogram': 'promql/bare-histogram',
  'unknown-label': 'promql/unknown-label',
  'unknown-grouping-label': 'promql/unknown-label',
  'unknown-matching-label': 'promql/unknown-label',
  'unknown-value': 'promql/label-value',
  'not-duration': 'promql/wrong-types',
  type: 'promql/wrong-types',
  'rate-of-aggregation': 'promql/rate-of-aggregation',
  'missing-le': 'promql/quantile-without-le',
  'bare-counter': 'promql/counter-without-rate',
  'mixed-roles': 'promql/mixed-roles',
  'missing-role': 'promql/missing-role',
} as const satisfies Readonly<Record<Exclude<ProblemKind, 'wrong-metric-type'>, string>>;

/** The id of the finding for a problem of a query. */
export function problemId({ kind, node }: QueryProblem): string {
  if (kind !== 'wrong-metric-type') return ids[kind];
  const needs = node.kind === 'call' ? functionFacts(node.name)?.needs : undefined;
  return needs === 'gauge' ? 'promql/counter-without-rate' : 'promql/rate-on-gauge';
}
