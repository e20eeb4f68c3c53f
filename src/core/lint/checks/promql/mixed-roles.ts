import { seriesOf } from '../../../promql/analyze/lookup.js';
import type { LintPack, QueryCheck } from '../../check.js';
import { at, knownProblems, lookupOf } from '../../judge/known-problems.js';
import { selectorsIn } from '../../../document/find/series-in.js';

/** Metrics of two roles in one query: it is sent to one datasource, which has one of them. */
export const mixedRoles: QueryCheck = {
  id: 'promql/mixed-roles',
  severity: 'error',
  summary: 'Metrics of two roles in one query',
  looksAt: 'query',
  *check(query, _, context) {
    if (query.node === undefined) return;
    for (const { node, message } of knownProblems(query, context, 'mixed-roles')) {
      const owners = selectorsIn(query.node).flatMap((selector) => {
        const family = seriesOf(selector, lookupOf(context))?.family;
        return family === undefined || family.owners.length === 0 ? [] : [family.owners];
      });
      if (haveOneInCommon(owners)) continue;
      const roles = owners.map(([first = '']) => first);
      const shared = context.pack === undefined ? undefined : sharedUid(roles, context.pack);
      yield {
        message:
          shared === undefined
            ? message
            : message.replace(
                'and no datasource has both',
                `which both are "${shared}" only as long as they are bound so`,
              ),
        ...at(query, node),
        fix: 'ask each role in a query of its own',
        ...(shared !== undefined && { severity: 'warning' as const }),
      };
    }
  },
};

function haveOneInCommon(owners: readonly (readonly string[])[]): boolean {
  const [first = [], ...rest] = owners;
  return first.some((role) => rest.every((others) => others.includes(role)));
}

function sharedUid(roles: readonly string[], pack: LintPack): string | undefined {
  const uids = new Set(roles.map((name) => pack.roles.find((role) => role.name === name)?.uid));
  const [uid] = uids;
  return uids.size === 1 ? uid : undefined;
}
