import type { ReadDashboard, ReadPanel } from '../../document/read-dashboard.js';
import { rowFinder } from '../../document/find/row-of.js';
import type { Lookup } from '../../promql/analyze/lookup.js';
import { compareParts } from '../part/aspect.js';
import type { Change, PanelChange } from '../change.js';
import type { Pairs } from '../pair/pair.js';
import { whole } from '../query/queries.js';
import { targetsOf } from '../query/targets.js';
import type { SideDashboard } from '../side.js';
import { panelTable } from './panel-table.js';

/** The panels that differ, and the members of their JSON that changed where no viewer sees it. */
export interface PanelDifferences {
  readonly panels: readonly PanelChange[];
  readonly quiet: readonly string[];
}

/** Compares the panels of two versions of a dashboard: those that are gone first, then in the order of the later one. */
export function comparePanels(
  before: SideDashboard,
  after: SideDashboard,
  { both, gone, come }: Pairs<ReadPanel>,
  lookup: Lookup,
): PanelDifferences {
  const quiet: string[] = [];
  const counterparts = new Map(both.map((each) => [each.after, each.before]));
  const [rowBefore, rowAfter] = [rowNames(before.read), rowNames(after.read)];
  const added = new Set(come);
  const panels = after.read.panels.flatMap((panel): readonly PanelChange[] => {
    const place = { row: rowAfter(panel), position: after.locate(panel.path) };
    if (added.has(panel)) return [{ ...named(panel), ...place, state: 'added', changes: asks(panel, 'after') }];
    const counterpart = counterparts.get(panel);
    if (counterpart === undefined) return [];
    const compared = compareParts(counterpart, panel, panelTable, lookup);
    quiet.push(...compared.quiet.filter((member) => member !== 'gridPos').map((member) => `${member} of a panel`));
    const changes = withoutOldOptions(compared.changes);
    return changes.length === 0 ? [] : [{ ...named(panel), ...place, state: 'changed', changes }];
  });
  const removed = gone.map((panel): PanelChange => ({
    ...named(panel),
    state: 'removed',
    row: rowBefore(panel),
    position: after.locate(after.read.path),
    changes: asks(panel, 'before'),
  }));
  return { panels: [...removed, ...panels], quiet };
}

function named({ id, title, type }: ReadPanel): Pick<PanelChange, 'id' | 'title' | 'type'> {
  return { id, title, type };
}

function asks(panel: ReadPanel, side: 'before' | 'after'): readonly Change[] {
  const targets = targetsOf(panel);
  return targets.map((target) => whole(targets.length === 1 ? 'query' : `query ${target.refId}`, target, side));
}

/** Another type has other options: each of them is no news besides. */
function withoutOldOptions(changes: readonly Change[]): readonly Change[] {
  const settings = changes.filter(({ kind }) => kind === 'setting');
  if (settings.length === 0 || !changes.some(({ kind }) => kind === 'type')) return changes;
  const summary: Change = {
    kind: 'setting',
    label: 'options',
    before: 'those of the type before',
    after: `those of the new type (${settings.length} differ)`,
    details: [],
  };
  return [...changes.filter(({ kind }) => kind !== 'setting'), summary];
}

function rowNames(dashboard: ReadDashboard): (panel: ReadPanel) => string | undefined {
  const rowOf = rowFinder(dashboard);
  return (panel) => {
    const row = rowOf(panel);
    return typeof row === 'object' ? row.title : row;
  };
}
