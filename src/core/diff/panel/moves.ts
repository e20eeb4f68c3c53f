import { rowFinder } from '../../document/find/row-of.js';
import { numberOf, recordOf } from '../../document/read/values.js';
import type { ReadDashboard, ReadPanel, ReadRow } from '../../document/read-dashboard.js';
import type { Move } from '../change.js';
import type { Pairs } from '../pair/pair.js';

/** The pairs of two versions of a dashboard. */
export interface PlacedPairs {
  readonly panels: Pairs<ReadPanel>['both'];
  readonly rows: Pairs<ReadRow>['both'];
}

/** The panels and rows that moved or became another size: those that did so alike are one move, in the order of the later version. */
export function findMoves(before: ReadDashboard, after: ReadDashboard, pairs: PlacedPairs): readonly Move[] {
  const [rowBefore, rowAfter] = [rowFinder(before), rowFinder(after)];
  const laterRow = new Map<unknown, unknown>(pairs.rows.map((each) => [each.before, each.after]));
  const moves = new Map<string, { readonly panels: string[]; readonly rows: string[] }>();
  const note = (how: string): { readonly panels: string[]; readonly rows: string[] } => {
    const move = moves.get(how) ?? { panels: [], rows: [] };
    moves.set(how, move);
    return move;
  };
  for (const { before: left, after: right } of pairs.panels) {
    const [from, to] = [rowBefore(left), rowAfter(right)];
    const isSameRow =
      typeof to === 'string' || typeof from === 'string' ? from === to : (laterRow.get(from) ?? from) === to;
    if (!isSameRow) note(`moved ${printRow(to)}`).panels.push(right.title);
    else for (const how of [shift(left.grid, right.grid)]) if (how !== '') note(how).panels.push(right.title);
    const size = resize(left.grid, right.grid);
    if (size !== '') note(size).panels.push(right.title);
  }
  for (const { before: left, after: right } of pairs.rows) {
    const how = shift(gridOf(left), gridOf(right));
    if (how !== '') note(how).rows.push(right.title);
  }
  return [...moves].map(([how, { panels, rows }]) => ({ how, panels, rows }));
}

/** A row is as wide as the grid: only its height in the dashboard counts. */
function gridOf({ y, json }: ReadRow): ReadPanel['grid'] {
  return y === undefined ? undefined : { x: numberOf(recordOf(json['gridPos'])['x']) ?? 0, y, w: 24, h: 1 };
}

function shift(before: ReadPanel['grid'], after: ReadPanel['grid']): string {
  if (before === undefined || after === undefined) return '';
  const [x, y] = [after.x - before.x, after.y - before.y];
  const ways = [
    ...(x === 0 ? [] : [x > 0 ? `right by ${x}` : `left by ${-x}`]),
    ...(y === 0 ? [] : [y > 0 ? `down by ${y}` : `up by ${-y}`]),
  ];
  return ways.length === 0 ? '' : `moved ${ways.join(' and ')}`;
}

function resize(before: ReadPanel['grid'], after: ReadPanel['grid']): string {
  if (before === undefined || after === undefined || (before.w === after.w && before.h === after.h)) return '';
  return `resized ${before.w}×${before.h} → ${after.w}×${after.h}`;
}

function printRow(row: ReadRow | string | undefined): string {
  if (row === undefined) return 'out of its row';
  return `into the row ${JSON.stringify(typeof row === 'string' ? row : row.title)}`;
}
