import type { Lookup } from '../../promql/analyze/lookup.js';
import { findProblems, type ProblemKind, type QueryProblem } from '../../promql/problems/problems.js';
import type { LintContext, Problem } from '../check.js';
import type { ReadQuery } from '../../document/read-dashboard.js';
import type { Node } from '../../promql/node.js';
import { rangeOf, type Asked } from './place.js';

/** The knowledge of metrics without a catalog: none. */
export const noCatalog: Lookup = Object.assign(() => undefined, { names: [] });

/** The catalog of a context, or one that knows nothing. */
export function lookupOf(context: LintContext): Lookup {
  return context.catalog ?? noCatalog;
}

const known = new WeakMap<ReadQuery, { readonly lookup: Lookup; readonly problems: readonly QueryProblem[] }>();

/** The problems of some kinds that the analysis finds in a query. A query is analysed once for all checks. */
export function knownProblems(
  query: ReadQuery,
  context: LintContext,
  ...kinds: readonly ProblemKind[]
): readonly QueryProblem[] {
  if (query.node === undefined) return [];
  const lookup = lookupOf(context);
  let found = known.get(query);
  if (found?.lookup !== lookup) {
    found = { lookup, problems: findProblems(query.node, lookup) };
    known.set(query, found);
  }
  return found.problems.filter(({ kind }) => kinds.includes(kind));
}

/** Where a finding is that is about one node of a query. */
export function at(query: Asked, node: Node): Pick<Problem, 'range'> {
  const range = rangeOf(query, node);
  return range === undefined ? {} : { range };
}
