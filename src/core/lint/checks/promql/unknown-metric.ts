import { seriesName } from '../../../promql/analyze/lookup.js';
import type { QueryCheck } from '../../check.js';
import { at, knownProblems } from '../../judge/known-problems.js';

/** A metric that the catalog does not have. A pack's catalog is whole; one that was read from a server may not be. */
export const unknownMetric: QueryCheck = {
  id: 'promql/unknown-metric',
  severity: 'error',
  summary: 'A metric that the catalog does not have',
  looksAt: 'query',
  *check(query, _, context) {
    for (const { node, message } of knownProblems(query, context, 'unknown-metric')) {
      const name = node.kind === 'selector' ? seriesName(node) : undefined;
      if (name === undefined || context.recorded.has(name)) continue;
      yield {
        message,
        ...at(query, node),
        fix: 'correct the name, or declare the metric in the catalog',
        ...(context.pack === undefined && { severity: 'warning' as const }),
      };
    }
  },
};
