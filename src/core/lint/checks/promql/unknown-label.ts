import { carriedLabels } from '../../../promql/analyze/labels.js';
import type { QueryProblem } from '../../../promql/problems/problems.js';
import type { LintContext, Problem, QueryCheck } from '../../check.js';
import { at, knownProblems, noCatalog } from '../../judge/known-problems.js';
import { matchersIn, placeOf } from '../../judge/matchers-in.js';
import type { ReadQuery } from '../../../document/read-dashboard.js';

/** A matcher, a grouping or a vector matching on a label that is not there. */
export const unknownLabel: QueryCheck = {
  id: 'promql/unknown-label',
  severity: 'error',
  summary: 'A label that the metric or the expression does not have',
  looksAt: 'query',
  *check(query, _, context) {
    for (const problem of knownProblems(
      query,
      context,
      'unknown-label',
      'unknown-grouping-label',
      'unknown-matching-label',
    )) {
      yield {
        message: problem.message,
        ...placed(query, problem),
        fix: 'correct the name of the label, or keep it in the aggregation inside',
        severity: isCertain(problem, context) ? 'error' : 'warning',
      };
    }
  },
};

/**
 * Dropping or ignoring a label that is not there changes nothing, and a label that is missing on one side only is one
 * for which `can-never-match` knows more.
 */
function isCertain({ kind, node, message }: QueryProblem, { pack }: LintContext): boolean {
  if (kind === 'unknown-matching-label' || / without names the label /.test(message)) return false;
  return (
    pack !== undefined ||
    (kind === 'unknown-grouping-label' && node.kind === 'aggregate' && !carriedLabels(node.expr, noCatalog).others)
  );
}

/** Of a matcher, its own place; else that of the node. */
function placed(query: ReadQuery, { kind, node, message }: QueryProblem): Pick<Problem, 'range'> {
  const matcher = matchersIn(query).find(
    ({ selector, matcher: { label } }) => selector === node && message.includes(` has no label "${label}"`),
  );
  const place = kind === 'unknown-label' && matcher !== undefined ? placeOf(query, matcher) : undefined;
  return place === undefined ? at(query, node) : { range: place.whole };
}
