import type { DashboardCheck, LintContext, LintPack } from '../../check.js';
import { describeAskers, type Asker } from '../../../document/find/askers.js';
import { datasourceTarget } from '../../judge/datasource-target.js';
import { describePanel } from '../../../document/find/datasource-uses.js';
import { matches, readGrafanaRegex } from '../../../document/find/grafana-regex.js';
import { ownedSeries } from '../../judge/owned-series.js';
import type { ReadDashboard, ReadQuery, ReadVariable } from '../../../document/read-dashboard.js';

/** A metric that has an owner, asked of whatever a visible drop-down says: a viewer can empty the panel. */
export const ownerLeftToViewer: DashboardCheck = {
  id: 'datasource/owner-left-to-viewer',
  severity: 'warning',
  summary: 'A visible drop-down decides where a metric with an owner is asked',
  looksAt: 'dashboard',
  *check(dashboard, context) {
    for (const [variable, askers] of chosenByViewers(dashboard, context)) {
      const owners = new Set([...askers.values()].flatMap((each) => each.owners));
      const { who, which } = describeAskers([...askers.values()], ['follows', 'follow']);
      yield {
        message: `${who} the drop-down "${variable.name}", which also offers datasources without the metrics: those belong to ${[...owners].join(' or ')}${which}`,
        path: variable.path,
        fix: 'remove the drop-down, and ask the datasource of the role that owns the metric',
      };
    }
  },
};

interface OwnersAsker extends Asker {
  readonly owners: readonly string[];
}

/** Who follows which drop-down although owners decide. datasource/wrong-owner finds what is wrong from the start. */
function chosenByViewers(
  dashboard: ReadDashboard,
  context: LintContext,
): ReadonlyMap<ReadVariable, ReadonlyMap<unknown, OwnersAsker>> {
  const found = new Map<ReadVariable, Map<unknown, OwnersAsker>>();
  for (const query of dashboard.queries) {
    const target = datasourceTarget(query.datasource, dashboard, context);
    if (context.pack === undefined || target?.kind !== 'chosen' || target.variable.hide === 2) continue;
    const [first] = ownedSeries(query, context);
    const isElsewhere = target.roles.length > 0 && !target.roles.some((role) => first?.owners.includes(role));
    if (first === undefined || isElsewhere || offersOwnersOnly(target.variable, first.owners, context.pack)) continue;
    const askers = found.get(target.variable) ?? new Map<unknown, OwnersAsker>();
    found.set(target.variable, askers);
    const asker = askerOf(query, dashboard);
    const key = query.panel ?? asker.name;
    if (!askers.has(key)) askers.set(key, { ...asker, owners: first.owners });
  }
  return found;
}

/**
 * True where every datasource of the pack that a drop-down lets through has the metric: then it compares, and does not
 * lie.
 */
function offersOwnersOnly({ regex = '' }: ReadVariable, owners: readonly string[], { uids, roles }: LintPack): boolean {
  const read = regex === '' ? undefined : readGrafanaRegex(regex);
  const offered = [...uids].filter((uid) => read === undefined || 'reason' in read || matches(read, uid) !== false);
  return offered.every((uid) => roles.some((role) => role.uid === uid && owners.includes(role.name)));
}

function askerOf(query: ReadQuery, { variables, annotations }: ReadDashboard): Asker {
  if (query.panel !== undefined) return { kind: 'panel', name: describePanel(query.panel) };
  const kind = query.owner === 'annotation' ? 'annotation' : 'variable';
  const part = [...variables, ...annotations].find(({ queries }) => queries.includes(query));
  return { kind, name: `the ${kind} "${part?.name ?? ''}"` };
}
