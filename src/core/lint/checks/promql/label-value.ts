import type { QueryProblem } from '../../../promql/problems/problems.js';
import { listedValues } from '../../../promql/analyze/matcher-values.js';
import type { QueryCheck } from '../../check.js';
import { at, knownProblems } from '../../judge/known-problems.js';
import { matchersIn, placeOf, type MatcherUse } from '../../judge/matchers-in.js';
import type { ReadQuery } from '../../../document/read-dashboard.js';

/** A matcher on a value that the label never has, where the catalog knows which it has. */
export const labelValue: QueryCheck = {
  id: 'promql/label-value',
  severity: 'error',
  summary: 'A value that the label never has',
  looksAt: 'query',
  *check(query, _, context) {
    for (const problem of knownProblems(query, context, 'unknown-value')) {
      const use = matcherOf(query, problem);
      const place = use && placeOf(query, use);
      yield {
        message: problem.message,
        ...(place === undefined ? at(query, problem.node) : { range: place.value }),
        fix: 'write a value that the label has, or declare the value in the catalog',
        severity: context.pack === undefined || isHarmless(use) ? 'warning' : 'error',
      };
    }
  },
};

/** The matcher that a sentence is about: it begins with the label, and quotes the value or a part of it. */
function matcherOf(query: ReadQuery, { node, message }: QueryProblem): MatcherUse | undefined {
  return matchersIn(query).find(({ selector, matcher: { label, value } }) => {
    const values = [value, ...(listedValues(value) ?? [])];
    return (
      selector === node &&
      message.startsWith(`label "${label}" of `) &&
      values.some((one) => message.includes(`"${one}"`))
    );
  });
}

/** True where the value is excluded, or is one of several: the query still returns what it is asked for. */
function isHarmless(use: MatcherUse | undefined): boolean {
  if (use === undefined) return true;
  const { operator, value } = use.matcher;
  return operator.startsWith('!') || (operator === '=~' && (listedValues(value)?.length ?? 0) > 1);
}
