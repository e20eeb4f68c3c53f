import type { Lookup } from '../../promql/analyze/lookup.js';
import { compareParts } from '../part/aspect.js';
import type { DashboardChange } from '../change.js';
import { countQuiet } from '../part/count-quiet.js';
import { findMoves } from '../panel/moves.js';
import { pairPanels } from '../panel/pair-panels.js';
import { comparePanels } from '../panel/panels.js';
import type { SideDashboard } from '../side.js';
import { isSame } from '../value/same.js';
import { dashboardTable } from './dashboard-table.js';
import { compareRows, pairRows } from './rows.js';

/** Compares two versions of a dashboard; undefined where they are the same to the last key. */
export function compareDashboards(
  before: SideDashboard,
  after: SideDashboard,
  lookup: Lookup,
): DashboardChange | undefined {
  const [left, right] = [before.read, after.read];
  const rows = pairRows(left.rows, right.rows);
  const pairs = pairPanels(left.panels, right.panels);
  const own = compareParts(left, right, dashboardTable, lookup);
  const inside = comparePanels(before, after, pairs, lookup);
  const moves = findMoves(left, right, { panels: pairs.both, rows: rows.both });
  const changes = [...own.changes, ...compareRows(rows)];
  const quiet = [
    ...own.quiet.filter((member) => member !== 'panels' && member !== 'rows'),
    ...inside.quiet,
    ...rows.both.filter((each) => each.before.id !== each.after.id).map(() => 'id of a row'),
  ];
  if (changes.length + inside.panels.length + moves.length + quiet.length === 0) {
    if (JSON.stringify(left.json) === JSON.stringify(right.json)) return undefined;
    quiet.push(isSame(left.json, right.json) ? 'order of keys' : 'order of panels in the file');
  }
  return {
    ...namedDashboard(after),
    state: 'changed',
    changes,
    panels: inside.panels,
    moves,
    quiet: countQuiet(quiet),
  };
}

/** A dashboard that only one side has. */
export function oneSided(dashboard: SideDashboard, state: 'added' | 'removed'): DashboardChange {
  return { ...namedDashboard(dashboard), state, changes: [], panels: [], moves: [], quiet: [] };
}

function namedDashboard({
  read,
  file,
  locate,
}: SideDashboard): Pick<DashboardChange, 'uid' | 'title' | 'file' | 'counts' | 'position'> {
  const { uid, title, panels, rows, path } = read;
  return { uid, title, file, counts: { panels: panels.length, rows: rows.length }, position: locate(path) };
}
