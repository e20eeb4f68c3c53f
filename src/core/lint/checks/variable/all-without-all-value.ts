import { seriesUsed } from '../../../promql/analyze/metrics.js';
import type { LintContext, VariableCheck } from '../../check.js';
import type { LintedVariable } from '../../subject.js';

/** Labels that usually have very many values, by their names. */
const large =
  /^(?:pod|pod_name|container_id|id|uid|path|uri|url|user|user_id|session|session_id|trace_id|run_id|ip|address)$/;

const asked = /^\s*label_values\((?:[\s\S]*,)?\s*([A-Za-z_]\w*)\s*\)\s*$/;

/** `All` of a label with very many values: Grafana writes every one of them into the query. */
export const allWithoutAllValue: VariableCheck = {
  id: 'variable/all-without-all-value',
  severity: 'note',
  summary: 'All on a label with very many values, without a value for All',
  looksAt: 'variable',
  *check(variable, _dashboard, context) {
    const { name, type, includeAll, allValue, query, path, regex } = variable;
    if (type !== 'query' || !includeAll || (allValue ?? '') !== '' || (regex ?? '') !== '') return;
    const label = asked.exec(query ?? '')?.[1];
    if (label === undefined || !isLarge(label, variable, context)) return;
    yield {
      message: `All of "${name}" writes every value of the label ${label} into each query, and there can be very many`,
      path,
      fix: 'set "allValue" to ".*" (or ".+", where the label must be set)',
    };
  },
};

function isLarge(label: string, { queries }: LintedVariable, { catalog }: LintContext): boolean {
  const families =
    catalog === undefined
      ? []
      : queries.flatMap(({ node }) =>
          node === undefined ? [] : seriesUsed(node, catalog).flatMap(({ family }) => family ?? []),
        );
  if (families.length > 0 && families.every(({ labels }) => labels[label]?.kind === 'finite')) return false;
  return large.test(label);
}
