import type { Position } from '../../model/position.js';
import type { JsonPath } from '../../document/json-path.js';
import type { ReadDashboard, ReadQuery } from '../../document/read-dashboard.js';
import type { ReadRule, ReadRuleFile } from '../../document/read-rule-file.js';
import type { Lookup } from '../../promql/analyze/lookup.js';
import type { QueryServers } from '../ask/servers.js';

/** Something to audit: a file, a dashboard of Grafana, or what a pack built. */
export interface AuditSource {
  readonly name: string;
  readonly dashboards: readonly ReadDashboard[];
  readonly ruleFiles: readonly RuleFileToAudit[];
  /** The parts that nobody understood. */
  readonly unread: readonly { readonly path: JsonPath; readonly reason: string }[];
  /** The catalog, where there is one. */
  readonly lookup?: Lookup | undefined;
  /** The line to which a query belongs. */
  readonly locate: (query: ReadQuery | ReadRule) => Position | undefined;
}

/** A rule file, and the datasource whose server loads it; undefined where nobody knows. */
export interface RuleFileToAudit {
  readonly file: ReadRuleFile;
  readonly datasource: string | undefined;
}

/** How to audit. */
export interface AuditSettings {
  readonly servers: QueryServers;
  /** The Unix time in seconds that is the present of every query. */
  readonly now: number;
  /** A PromQL duration. Default: what each dashboard opens with. */
  readonly window?: string | undefined;
  /** True where nobody wants to know why a query is empty: finding that asks more than the queries themselves. */
  readonly withoutCauses?: boolean | undefined;
  /** Hears how many queries are known, and how many were asked. */
  readonly progress?: { readonly planned: (queries: number) => void; readonly asked: () => void } | undefined;
}
