import type { AuditReport, LeftOut, QueryReport } from './audited.js';
import { auditDashboard } from './audit-dashboard.js';
import { auditRules } from './audit-rules.js';
import type { AuditSettings, AuditSource } from './settings.js';

/** Asks everything that one source asks: its dashboards one after the other, the queries of each side by side. */
export async function auditSource(source: AuditSource, settings: AuditSettings): Promise<AuditReport> {
  const queries: QueryReport[] = [];
  const leftOut: LeftOut[] = source.unread.map(({ reason }) => ({ what: `a part of ${source.name}`, reason }));
  const add = (report: AuditReport): void => {
    queries.push(...report.queries);
    leftOut.push(...report.leftOut);
  };
  for (const dashboard of source.dashboards) add(await auditDashboard(dashboard, source, settings));
  for (const rules of source.ruleFiles) add(await auditRules(rules, source, settings));
  return { queries, leftOut };
}
