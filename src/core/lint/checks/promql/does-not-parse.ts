import type { Severity } from '../../../model/finding.js';
import { mask } from '../../../promql/mask.js';
import type { PromqlSyntaxError } from '../../../promql/syntax-error.js';
import type { QueryCheck } from '../../check.js';
import { speaksMetricsql } from '../../query/metricsql.js';
import type { LintedDashboard, LintedQuery } from '../../subject.js';

/** A query that is not PromQL. What dashpack does not understand yet is not reported here: it is counted as unchecked. */
export const doesNotParse: QueryCheck = {
  id: 'promql/does-not-parse',
  severity: 'error',
  summary: 'a query that is not PromQL',
  looksAt: 'query',
  *check(query, dashboard) {
    const { error } = query;
    if (error === undefined || isOurLimit(error)) return;
    yield {
      message: `this is not PromQL: ${error.message}`,
      range: { from: error.from, to: error.to },
      fix: 'correct the query: Prometheus refuses it, and the panel shows an error',
      severity: severityOf(query, error, dashboard),
    };
  },
};

function isOurLimit({ message }: PromqlSyntaxError): boolean {
  return message.endsWith('is not understood yet') || message.startsWith('the query is nested too deeply');
}

/** Certain where no variable can change what the grammar sees, and no other dialect is spoken. */
function severityOf(query: LintedQuery, error: PromqlSyntaxError, dashboard: LintedDashboard): Severity {
  const beforePrometheus3 = query.expr.slice(error.from, error.to) === 'holt_winters';
  return isGrammarCertain(query.expr) && !beforePrometheus3 && !speaksMetricsql(dashboard) ? 'error' : 'warning';
}

/** Variables inside string literals and as durations stay what they are, whatever they hold. */
function isGrammarCertain(expr: string): boolean {
  return mask(expr).words.every(({ position }) => position === 'duration');
}
