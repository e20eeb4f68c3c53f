import type { ReadRule } from '../../document/read-rule-file.js';
import { seriesUsed } from '../../promql/analyze/metrics.js';
import { askQuery } from './ask-query.js';
import type { AuditedQuery, AuditReport, QueryReport } from './audited.js';
import type { QueryServer } from '../ask/server.js';
import type { AuditSettings, AuditSource, RuleFileToAudit } from './settings.js';

/** Asks what the rules of a file ask, on the server that loads it. */
export async function auditRules(
  { file, datasource }: RuleFileToAudit,
  source: AuditSource,
  settings: AuditSettings,
): Promise<AuditReport> {
  settings.progress?.planned(file.rules.length);
  const server = serverOf(datasource ?? ownerOf(file, source), settings);
  const queries = await Promise.all(
    file.rules.map(async (rule): Promise<QueryReport> => {
      const query = about(rule, source);
      if (!('reason' in server)) {
        const range = { start: settings.now, end: settings.now };
        return askQuery({ query, server, scope: new Map(), range, lookup: source.lookup }, settings);
      }
      settings.progress?.asked();
      return { query, status: 'not asked', series: 0, milliseconds: 0, message: server.reason };
    }),
  );
  return { queries, leftOut: file.unread.map(({ reason }) => ({ what: `a rule of ${source.name}`, reason })) };
}

function serverOf(name: string | undefined, { servers }: AuditSettings): QueryServer | { readonly reason: string } {
  const use = { uid: name, type: undefined, legacy: false, inherited: false, path: [] };
  const found = servers.find(use, new Map());
  return name === undefined && 'reason' in found
    ? { reason: 'nobody says which server loads the rule file: give one server alone, or one with isDefault' }
    : found;
}

/** Where nobody says which server loads a file, the owner of what its rules ask does. */
function ownerOf({ rules }: RuleFileToAudit['file'], { lookup }: AuditSource): string | undefined {
  if (lookup === undefined) return undefined;
  for (const { node } of rules) {
    const owners = node === undefined ? [] : seriesUsed(node, lookup).flatMap(({ family }) => family?.owners ?? []);
    if (owners[0] !== undefined) return owners[0];
  }
  return undefined;
}

function about(rule: ReadRule, source: AuditSource): AuditedQuery {
  return { owner: rule.kind, source: source.name, name: rule.name, expr: rule.expr, position: source.locate(rule) };
}
