import type { Asker } from './askers.js';
import { datasourceUse } from '../read/datasource-use.js';
import { recordsIn } from '../read/values.js';
import type { DatasourceUse, ReadDashboard, ReadPanel } from '../read-dashboard.js';

/** A datasource that a part of a dashboard names, and whose it is, in words. */
export interface NamedDatasource {
  readonly use: DatasourceUse;
  /** `the panel "Up"`, `the variable "job"`, `the annotation "Restarts"`. */
  readonly owner: string;
  readonly kind: Asker['kind'];
  readonly panel: ReadPanel | undefined;
}

/**
 * Every datasource that a dashboard names: of panels, of those of their targets that name another, of variables and of
 * annotations that are not built in.
 */
export function datasourceUses(dashboard: ReadDashboard): readonly NamedDatasource[] {
  const uses = known.get(dashboard) ?? [...usesIn(dashboard)];
  known.set(dashboard, uses);
  return uses;
}

const known = new WeakMap<ReadDashboard, readonly NamedDatasource[]>();

function* usesIn(dashboard: ReadDashboard): Generator<NamedDatasource> {
  for (const panel of dashboard.panels) yield* usesOfPanel(panel);
  for (const { datasource: use, name, type } of dashboard.variables) {
    if (type !== 'datasource' && !use.inherited)
      yield { use, owner: `the variable "${name}"`, kind: 'variable', panel: undefined };
  }
  for (const { datasource: use, name, builtIn } of dashboard.annotations) {
    if (!builtIn && !use.inherited)
      yield { use, owner: `the annotation "${name}"`, kind: 'annotation', panel: undefined };
  }
}

/** The datasource that a panel names, and those that its targets name where they are others. */
function* usesOfPanel(panel: ReadPanel): Generator<NamedDatasource> {
  const owner = describePanel(panel);
  const seen = { uids: new Set<string | undefined>(), names: new Set<string | undefined>() };
  for (const use of [panel.datasource, ...targetDatasources(panel)]) {
    const before = use.legacy ? seen.names : seen.uids;
    if (use.inherited || before.has(use.uid)) continue;
    before.add(use.uid);
    yield { use, owner, kind: 'panel', panel };
  }
}

/** The datasources that a panel's targets name themselves, in their order; hidden targets and expressions too. */
export function targetDatasources(panel: ReadPanel): readonly DatasourceUse[] {
  const before = ofTargets.get(panel);
  if (before !== undefined) return before;
  const uses = targetDatasourcesAnew(panel);
  ofTargets.set(panel, uses);
  return uses;
}

const ofTargets = new WeakMap<ReadPanel, readonly DatasourceUse[]>();

function targetDatasourcesAnew(panel: ReadPanel): readonly DatasourceUse[] {
  const targets = recordsIn(panel.json['targets'], panel.places.targets);
  if (targets.length === 0) return panel.queries.map(({ datasource }) => datasource).filter((use) => !use.inherited);
  return targets.map(({ json, path }) => datasourceUse(json, path)).filter((use) => !use.inherited);
}

/** A panel in words. */
export function describePanel({ title, id, type }: ReadPanel): string {
  if (title !== '') return `the panel "${title}"`;
  return id === undefined ? `a ${type} panel` : `the panel ${id}`;
}

const own = new Set(['grafana', '__expr__', '-100', 'default']);

/** True where a uid or name is one that Grafana has by itself: `-- Mixed --`, `-- Grafana --`, expressions. */
export function isOwnDatasource({ uid, type }: Pick<DatasourceUse, 'uid' | 'type'>): boolean {
  if (type === '__expr__' || type === 'grafana') return true;
  return uid !== undefined && (uid.startsWith('-- ') || own.has(uid));
}
