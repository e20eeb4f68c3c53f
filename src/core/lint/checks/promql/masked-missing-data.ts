import { masksMissing } from '../../../promql/analyze/masks-missing.js';
import { print } from '../../../promql/print.js';
import type { QueryCheck } from '../../check.js';
import { at } from '../../query/known-problems.js';

/** `or vector(0)`: a number that nobody measured stands where data is missing, so that a dead exporter looks quiet. */
export const maskedMissingData: QueryCheck = {
  id: 'promql/masked-missing-data',
  severity: 'warning',
  summary: 'A constant in place of missing data',
  looksAt: 'query',
  *check(query) {
    if (query.node === undefined || !/\bor\b/i.test(query.expr)) return;
    for (const { node, filter } of masksMissing(query.node)) {
      const constant = print(node.right);
      yield filter === undefined
        ? {
            message: `where data is missing, this shows ${constant}: a dead exporter looks like a quiet one`,
            ...at(query, node.right),
            fix: 'leave the query empty and set "No value", or show the constant only while its source is alive: (… or vector(0)) and on () up{job="…"} == 1',
          }
        : {
            message: `"or ${constant}" does nothing: ${filter.operator} ${print(filter.right)} filters it out again`,
            ...at(query, node.right),
            fix: 'remove it',
            severity: 'note' as const,
          };
    }
  },
};
