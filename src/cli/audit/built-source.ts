import type { BuiltDashboard } from '../../core/built/built-dashboard.js';
import type { BuiltRuleFile } from '../../core/built/built-rule-file.js';
import type { AuditSource } from '../../core/inspect/audit/settings.js';
import type { Places } from '../config/places.js';

/** A dashboard that a pack built, to be asked: its queries stand at the lines that made them. */
export function dashboardSource(built: BuiltDashboard, places: Places): AuditSource {
  return {
    name: built.name,
    dashboards: [built.document],
    ruleFiles: [],
    unread: [],
    lookup: built.lookup,
    locate: ({ path }) => places.position(built.lineOf(path)),
  };
}

/** A rule file that a pack built, to be asked of the server that loads it. */
export function rulesSource(built: BuiltRuleFile, places: Places): AuditSource {
  const off = built.file.offBecause;
  return {
    name: built.name,
    dashboards: [],
    ruleFiles: off === undefined ? [{ file: built.document, datasource: built.server.datasource.uid }] : [],
    unread: off === undefined ? [] : [{ path: [], reason: `no server loads it: ${off}` }],
    lookup: built.lookup,
    locate(asked) {
      const position = 'kind' in asked ? built.lineOf(asked) : undefined;
      return position === undefined ? undefined : places.position(position);
    },
  };
}
