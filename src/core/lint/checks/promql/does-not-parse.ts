import type { Severity } from '../../../model/finding.js';
import { findVariables, isBuiltIn } from '../../../promql/grafana-variable.js';
import { mask, type MaskedWord } from '../../../promql/mask.js';
import type { PromqlSyntaxError } from '../../../promql/syntax-error.js';
import type { QueryCheck } from '../../check.js';
import { isFaultOfQuery } from '../../judge/is-understood.js';
import { speaksMetricsql } from '../../../document/find/metricsql.js';
import type { ReadDashboard, ReadQuery } from '../../../document/read-dashboard.js';

/**
 * A query that is not PromQL. What dashpack does not understand yet is not reported here: it is counted as unchecked.
 */
export const doesNotParse: QueryCheck = {
  id: 'promql/does-not-parse',
  severity: 'error',
  summary: 'A query that is not PromQL',
  looksAt: 'query',
  *check(query, dashboard) {
    const { error } = query;
    if (error === undefined || !isFaultOfQuery(error) || isLogql(query)) return;
    yield {
      message: `this is not PromQL: ${error.message}`,
      range: { from: error.from, to: error.to },
      fix: 'correct the query: Prometheus refuses it, and the panel shows an error',
      severity: severityOf(query, error, dashboard),
    };
  },
};

/** Certain where no variable or template can change what the grammar sees, and no other dialect is spoken. */
function severityOf({ expr }: ReadQuery, error: PromqlSyntaxError, dashboard: ReadDashboard): Severity {
  const beforePrometheus3 = expr.slice(error.from, error.to) === 'holt_winters';
  const isCertain = isGrammarCertain(expr) && !beforePrometheus3 && !speaksMetricsql(dashboard);
  return isCertain ? 'error' : 'warning';
}

/** Variables inside string literals, durations and what Grafana itself fills in stay what they are. */
function isGrammarCertain(expr: string): boolean {
  const isFixed = ({ position, from, to }: MaskedWord): boolean =>
    position === 'duration' || findVariables(expr.slice(from, to)).every(({ name }) => isBuiltIn(name));
  return !expr.includes('{{') && mask(expr).words.every(isFixed);
}

const logql = /\|[=~]|\}\s*(?:\||!=|!~)|\|\s*(?:json|logfmt|pattern|regexp|unpack|unwrap|line_format|label_format)\b/;

/** True where a query whose datasource nobody knows is one for logs. */
function isLogql({ expr, datasource }: ReadQuery): boolean {
  return datasource.type?.includes('prometheus') !== true && logql.test(expr);
}
