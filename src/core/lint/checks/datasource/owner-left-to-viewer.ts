import type { DashboardCheck } from '../../check.js';
import { datasourceTarget } from '../../facts/datasource-target.js';
import { describePanel } from '../../facts/datasource-uses.js';
import { ownedSeries } from '../../facts/owned-series.js';

/** A metric that has an owner, asked of whatever a visible drop-down says: a viewer can empty the panel. */
export const ownerLeftToViewer: DashboardCheck = {
  id: 'datasource/owner-left-to-viewer',
  severity: 'warning',
  summary: 'A visible drop-down decides where a metric with an owner is asked',
  looksAt: 'dashboard',
  *check(dashboard, context) {
    const seen = new Set<unknown>();
    for (const query of dashboard.queries) {
      const target = datasourceTarget(query.datasource, dashboard, context);
      if (target?.kind !== 'chosen' || target.variable.hide === 2) continue;
      const [first] = ownedSeries(query, context);
      const isElsewhere = target.roles.length > 0 && !target.roles.some((role) => first?.owners.includes(role));
      const owner = query.panel ?? query;
      if (first === undefined || isElsewhere || seen.has(owner)) continue;
      seen.add(owner);
      const where = query.panel === undefined ? `the query of a ${query.owner}` : describePanel(query.panel);
      yield {
        message: `${where} asks ${first.name}, which belongs to ${first.owners.join(' or ')}, of whatever datasource a viewer chooses in "${target.variable.name}"`,
        path: query.datasource.inherited ? (query.panel?.datasource.path ?? query.path) : query.datasource.path,
        fix: 'name the datasource of the role that owns the metric',
      };
    }
  },
};
