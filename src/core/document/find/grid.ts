import type { JsonPath } from '../json-path.js';
import { numberOf, recordOf } from '../read/values.js';
import type { ReadDashboard } from '../read-dashboard.js';

/** Grafana's grid is so many columns wide. */
export const gridColumns = 24;

/** A panel or row with its place in the grid. */
export interface GridItem {
  readonly kind: 'panel' | 'row';
  readonly title: string;
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly path: JsonPath;
  readonly gridPath: JsonPath;
}

/**
 * The grids of a dashboard, each with its panels and rows in the order of the file: one for the dashboard, and one for
 * each collapsed row. Dashboards from before Grafana 5 have none.
 */
export function gridSpaces(dashboard: ReadDashboard): readonly (readonly GridItem[])[] {
  const spaces = new Map<string, GridItem[]>();
  for (const item of [...panelItems(dashboard), ...rowItems(dashboard)]) {
    const space = spaceOf(item.gridPath);
    if (space === undefined) continue;
    const items = spaces.get(space);
    if (items === undefined) spaces.set(space, [item]);
    else items.push(item);
  }
  return [...spaces.values()].map((items) => items.toSorted((left, right) => placeInFile(left) - placeInFile(right)));
}

/** Orders panels and rows as they are read: from the top, and from the left. */
export function byReading(left: GridItem, right: GridItem): number {
  return left.y - right.y || left.x - right.x;
}

/** A panel or row in words. */
export function named({ kind, title, type }: GridItem): string {
  if (kind === 'row') return title === '' ? 'a row without a title' : `the row "${title}"`;
  return title === '' ? `the ${type === '' ? 'panel' : type} without a title` : `"${title}"`;
}

function panelItems({ panels }: ReadDashboard): readonly GridItem[] {
  return panels.flatMap(({ grid, title, type, path, places }) =>
    grid === undefined ? [] : [{ kind: 'panel' as const, title, type, ...grid, path, gridPath: places.grid }],
  );
}

function rowItems({ form, rows }: ReadDashboard): readonly GridItem[] {
  if (form !== 'classic') return []; // in v2, a row is not an item of a grid but around one
  return rows.flatMap(({ title, json, path }) => {
    const y = numberOf(recordOf(json['gridPos'])['y']);
    if (y === undefined) return [];
    return [
      { kind: 'row' as const, title, type: 'row', x: 0, y, w: gridColumns, h: 1, path, gridPath: [...path, 'gridPos'] },
    ];
  });
}

/** The list that a place is in: `panels`, the `panels` of a row, or the `items` of a v2 layout. */
function spaceOf(gridPath: JsonPath): string | undefined {
  const list = listPlace(gridPath);
  const isOldRow = gridPath[list - 2] === 'rows' && gridPath[list] === 'panels';
  return list < 0 || isOldRow ? undefined : gridPath.slice(0, list + 1).join('.');
}

function listPlace(gridPath: JsonPath): number {
  return gridPath.findLastIndex((key) => key === 'panels' || key === 'items');
}

function placeInFile({ gridPath }: GridItem): number {
  return Number(gridPath[listPlace(gridPath) + 1]);
}
