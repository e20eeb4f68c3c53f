import type { DashboardCheck } from '../../check.js';
import { byReading, gridColumns, gridSpaces, named, type GridItem } from '../../../document/find/grid.js';

/** Finds panels that lie on each other. */
export const overlap: DashboardCheck = {
  id: 'panel/overlap',
  severity: 'warning',
  summary: 'Two panels take the same cells of the grid.',
  looksAt: 'dashboard',
  *check(dashboard) {
    for (const items of gridSpaces(dashboard)) {
      // By column, what reaches furthest down so far: linear, whatever stands in the file.
      const columns: (GridItem | undefined)[] = [];
      for (const item of items.filter(isOnGrid).toSorted(byReading)) {
        let under: GridItem | undefined;
        for (let column = item.x; column < item.x + item.w; column += 1) {
          const above = columns[column];
          if (above !== undefined && bottom(above) > item.y) under ??= above;
          if (above === undefined || bottom(above) < bottom(item)) columns[column] = item;
        }
        if (under === undefined) continue;
        yield {
          message: `the ${item.kind} lies on ${named(under)}: both take the cell ${cell(under, item)}, and Grafana moves one of them down`,
          path: item.gridPath,
          fix: `move the ${item.kind} to y ${bottom(under)}, or beside ${named(under)}`,
        };
      }
    }
  },
};

/** True where a panel takes whole cells of the grid: the others are findings of their own. */
function isOnGrid({ x, y, w, h }: GridItem): boolean {
  return [x, y, w, h].every(Number.isInteger) && x >= 0 && w > 0 && h > 0 && x + w <= gridColumns;
}

function bottom({ y, h }: GridItem): number {
  return y + h;
}

/** The first cell that both take. */
function cell(left: GridItem, right: GridItem): string {
  return `x ${Math.max(left.x, right.x)}, y ${Math.max(left.y, right.y)}`;
}
