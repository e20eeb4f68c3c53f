import type { LintContext, QueryCheck } from '../../check.js';
import { knownProblems } from '../../judge/known-problems.js';
import { rangeOf } from '../../judge/place.js';
import { onceForShape } from '../../judge/shape.js';
import type { ReadDashboard, ReadQuery } from '../../../document/read-dashboard.js';
import { datasourceTarget, type DatasourceTarget } from '../../judge/datasource-target.js';
import { ownedSeries, type OwnedSeries } from '../../judge/owned-series.js';

/** A metric asked of a datasource whose role does not own it: the panel is empty, and no error says why. */
export const wrongOwner: QueryCheck = {
  id: 'datasource/wrong-owner',
  severity: 'error',
  summary: 'A metric asked of a datasource that does not own it',
  looksAt: 'query',
  *check(query, dashboard, context) {
    const target = datasourceTarget(query.datasource, dashboard, context);
    if (target === undefined || (target.kind === 'chosen' && target.roles.length === 0)) return;
    const strays = straysIn(query, target, context);
    const [first] = strays;
    if (first === undefined || isSaidBefore(query, dashboard, target, context)) return;
    const names = [...new Set(strays.filter(({ owners }) => sameOwners(owners, first.owners)).map(({ name }) => name))];
    const owner = context.pack?.roles.find(({ name }) => name === first.owners[0]);
    const range = rangeOf(query, first.node);
    const belong = names.length === 1 ? 'belongs' : 'belong';
    yield {
      message: `${names.join(', ')} ${belong} to ${first.owners.join(' or ')}, but ${leadsTo(target)}`,
      ...(range === undefined ? {} : { range }),
      ...(owner === undefined
        ? {}
        : { fix: `ask ${owner.name}: ${owner.pinned ? owner.uid : `\${${owner.variable}}`}` }),
    };
  },
};

function leadsTo(target: DatasourceTarget): string {
  const roles = target.roles.length === 0 ? 'a datasource of no role' : target.roles.join(' and ');
  if (target.kind === 'bound') return `the query asks ${target.uid}, which is ${roles}`;
  return `the query asks the datasource chosen in "${target.variable.name}", at first ${target.uid}, which is ${roles}`;
}

function straysIn(query: ReadQuery, target: DatasourceTarget, context: LintContext): readonly OwnedSeries[] {
  if (query.node === undefined) return [];
  const all = onceForShape(query.node, ownedSeries, () => ownedSeries(query, context).map((each) => each.owners));
  if (all.every((owners) => owners.some((owner) => target.roles.includes(owner)))) return [];
  const series = ownedSeries(query, context);
  const strays = series.filter(({ owners }) => !owners.some((owner) => target.roles.includes(owner)));
  return strays.length === 0 || isOfNoDatasource(query, series, context) ? [] : strays;
}

/**
 * True where no datasource has all the series of a query: promql/mixed-roles says so, and another datasource is no
 * cure.
 */
function isOfNoDatasource(query: ReadQuery, series: readonly OwnedSeries[], context: LintContext): boolean {
  if (knownProblems(query, context, 'mixed-roles').length === 0) return false;
  const uids = series.map(({ owners }) =>
    (context.pack?.roles ?? []).filter(({ name }) => owners.includes(name)).map(({ uid }) => uid),
  );
  const [first = [], ...others] = uids;
  return !first.some((uid) => others.every((each) => each.includes(uid)));
}

/** True where a query before this one says the same of the panel's datasource: one wrong datasource is one finding. */
function isSaidBefore(
  query: ReadQuery,
  dashboard: ReadDashboard,
  target: DatasourceTarget,
  context: LintContext,
): boolean {
  const siblings = query.panel?.queries ?? [];
  const first = siblings.find(
    (sibling) =>
      datasourceTarget(sibling.datasource, dashboard, context)?.uid === target.uid &&
      straysIn(sibling, target, context).length > 0,
  );
  return first !== undefined && first !== query;
}

function sameOwners(one: readonly string[], other: readonly string[]): boolean {
  return one.join() === other.join();
}
