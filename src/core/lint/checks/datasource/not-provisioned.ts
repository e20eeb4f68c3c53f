import { hasVariable } from '../../../promql/grafana-variable.js';
import type { DashboardCheck, LintPack, Problem } from '../../check.js';
import { describeAskers } from '../../../document/find/askers.js';
import { datasourceUses, isOwnDatasource, type NamedDatasource } from '../../../document/find/datasource-uses.js';
import { ownedSeries } from '../../judge/owned-series.js';
import { variableUses } from '../../../document/find/variable-uses.js';
import type { ReadDashboard } from '../../../document/read-dashboard.js';

/** A datasource that the pack does not provision: Grafana says "Datasource … was not found", and the panel is empty. */
export const notProvisioned: DashboardCheck = {
  id: 'datasource/not-provisioned',
  severity: 'error',
  summary: 'A datasource that the pack does not provision',
  looksAt: 'dashboard',
  *check(dashboard, context) {
    const { pack } = context;
    if (pack === undefined) return;
    for (const [uid, uses] of strangers(dashboard, pack)) {
      const owners = dashboard.queries
        .filter(({ datasource }) => datasource.uid === uid)
        .flatMap((query) => ownedSeries(query, context).flatMap((series) => series.owners[0] ?? []));
      yield problemOf(uid, uses, pack, new Set(owners));
    }
    yield* choicesOf(dashboard, pack);
  },
};

/** Who asks what the pack does not have, by uid: one wrong uid is one problem, however many panels repeat it. */
function strangers(dashboard: ReadDashboard, pack: LintPack): ReadonlyMap<string, readonly NamedDatasource[]> {
  const found = new Map<string, NamedDatasource[]>();
  for (const named of datasourceUses(dashboard)) {
    const { uid } = named.use;
    if (uid === undefined || isOwnDatasource(named.use) || isKnown(uid, pack)) continue;
    const uses = found.get(uid) ?? [];
    if (uses.length === 0) found.set(uid, uses);
    if (named.panel === undefined || uses.at(-1)?.panel !== named.panel) uses.push(named);
  }
  return found;
}

function problemOf(
  uid: string,
  uses: readonly NamedDatasource[],
  pack: LintPack,
  owners: ReadonlySet<string>,
): Problem {
  const { who, which } = describeAskers(
    uses.map(({ kind, owner }) => ({ kind, name: owner })),
    ['asks', 'ask'],
  );
  const use = uses[0]?.use;
  return {
    message: `${who} the datasource "${uid}", which the pack ${pack.name} does not provision${which}`,
    ...(use === undefined ? {} : { path: use.legacy ? use.path : [...use.path, 'uid'] }),
    fix: pack.uids.size === 0 ? `provision "${uid}"` : `${nameOwners(pack, owners)}, or provision "${uid}"`,
  };
}

/** The datasources to ask: the owners of the metrics, where they are known. */
function nameOwners({ roles, uids }: LintPack, owners: ReadonlySet<string>): string {
  const asked = roles.filter(({ name }) => owners.has(name));
  if (asked.length === 0) return `name one of ${[...uids].join(', ')}`;
  const names = asked.map(({ name, pinned, uid, variable }) => `${name} is ${pinned ? uid : `\${${variable}}`}`);
  return `ask the owners of the metrics (${names.join(', ')})`;
}

/** The drop-downs that are at first what the pack does not have. datasource/role-variable-default says so of roles. */
function* choicesOf(dashboard: ReadDashboard, pack: LintPack): Generator<Problem> {
  for (const { name, type, query, current, path, json } of dashboard.variables) {
    const isRole = pack.roles.some(({ variable }) => variable === name);
    if (type !== 'datasource' || query !== 'prometheus' || isRole || !variableUses(dashboard).has(name)) continue;
    const stranger = current.find((uid) => !isOwnDatasource({ uid, type: undefined }) && !isKnown(uid, pack));
    if (stranger === undefined) continue;
    const isClassic = dashboard.form === 'classic' && json['current'] !== undefined;
    yield {
      message: `the variable "${name}" is "${stranger}" at first, which the pack ${pack.name} does not provision: Grafana chooses another datasource`,
      severity: 'warning',
      path: isClassic ? [...path, 'current'] : path,
      fix:
        pack.uids.size === 0
          ? `provision "${stranger}", or remove it`
          : `let it be one of ${[...pack.uids].join(', ')} at first, or remove it`,
    };
  }
}

function isKnown(uid: string, pack: LintPack): boolean {
  return uid === '' || hasVariable(uid) || pack.uids.has(uid);
}
