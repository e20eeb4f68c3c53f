import type { QueryReport } from '../../core/inspect/audit/audited.js';
import { coverage, totalsOf, type AuditTotals } from '../../core/inspect/audit/totals.js';
import type { AuditedGroup } from './group.js';

/** The findings of an audit, for programs: totals, then dashboards and rule files with their parts and queries. */
export function auditData(groups: readonly AuditedGroup[]): Readonly<Record<string, unknown>> {
  return {
    totals: withCoverage(totalsOf(groups.flatMap(({ queries }) => queries))),
    audited: groups.map(({ title, uid, source, parts, queries }) => ({
      title,
      uid,
      source,
      totals: withCoverage(totalsOf(queries)),
      parts: parts.map((part) => ({ title: part.title, id: part.id, queries: part.queries.map(queryData) })),
    })),
  };
}

function withCoverage(totals: AuditTotals): Readonly<Record<string, unknown>> {
  return { ...totals, coveragePercent: coverage(totals) };
}

function queryData({ query, milliseconds, ...report }: QueryReport): Readonly<Record<string, unknown>> {
  const { owner, name, expr } = query;
  return { owner, name, expr, ...report, milliseconds: Math.round(milliseconds * 10) / 10 };
}
