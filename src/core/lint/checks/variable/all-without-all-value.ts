import { seriesUsed } from '../../../promql/analyze/metrics.js';
import type { LintContext, VariableCheck } from '../../check.js';
import type { ReadVariable } from '../../../document/read-dashboard.js';
import { checkOptions } from '../../options/check-options.js';
import { texts, wholeNumber } from '../../options/option.js';

const options = checkOptions('variable/all-without-all-value', {
  labels: texts([], 'labels with very many values, besides those that are known by their names'),
  values: wholeNumber(100, 'how many values that the catalog lists are not many', 1),
});

/** Labels that usually have very many values, by their names. */
const large =
  /^(?:pod|pod_name|container_id|id|uid|path|uri|url|user|user_id|session|session_id|trace_id|run_id|ip|address)$/;

const asked = /^\s*label_values\((?:[\s\S]*,)?\s*([A-Za-z_]\w*)\s*\)\s*$/;

/** `All` of a label with very many values: Grafana writes every one of them into the query. */
export const allWithoutAllValue: VariableCheck = {
  id: 'variable/all-without-all-value',
  severity: 'note',
  summary: 'All on a label with very many values, without a value for All',
  options,
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

function isLarge(label: string, { queries }: ReadVariable, context: LintContext): boolean {
  const { catalog } = context;
  const families =
    catalog === undefined
      ? []
      : queries.flatMap(({ node }) =>
          node === undefined ? [] : seriesUsed(node, catalog).flatMap(({ family }) => family ?? []),
        );
  const known = families.map(({ labels }) => labels[label]);
  const { labels: named, values: most } = options.of(context);
  if (known.some((values) => values?.kind === 'finite' && values.values.length > most)) return true;
  if (known.length > 0 && known.every((values) => values?.kind === 'finite')) return false;
  return large.test(label) || named.includes(label);
}
