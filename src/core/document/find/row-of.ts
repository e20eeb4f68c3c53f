import type { JsonPath } from '../json-path.js';
import type { ReadDashboard, ReadPanel, ReadRow } from '../read-dashboard.js';

/** Tells of each panel the row that Grafana shows it under. Panels above the first row are in none. */
export function rowFinder({ form, rows }: ReadDashboard): (panel: ReadPanel) => ReadRow | string | undefined {
  const byPath = new Map(rows.map((row) => [row.path.join('.'), row]));
  const open = rows
    .filter(({ y, json }) => y !== undefined && json['type'] === 'row')
    .toSorted((left, right) => (left.y ?? 0) - (right.y ?? 0));
  return ({ row, grid, path }) => {
    if (form !== 'classic') return row;
    const inside = byPath.get(rowPath(path).join('.'));
    return inside ?? (grid === undefined ? row : lastAbove(open, grid.y));
  };
}

/** The path of the row whose list a panel is in, where it is in one. */
function rowPath(path: JsonPath): JsonPath {
  return path.slice(0, -2);
}

/** Of rows from top to bottom, the last that is not below a line. */
function lastAbove(rows: readonly ReadRow[], y: number): ReadRow | undefined {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.y ?? 0) <= y) low = middle + 1;
    else high = middle;
  }
  return rows[low - 1];
}
