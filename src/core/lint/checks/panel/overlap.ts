import type { DashboardCheck } from '../../check.js';
import { byReading, gridSpaces, named, type GridItem } from '../../facts/grid.js';

/** Finds panels that lie on each other. */
export const overlap: DashboardCheck = {
  id: 'panel/overlap',
  severity: 'warning',
  summary: 'Two panels take the same cells of the grid.',
  looksAt: 'dashboard',
  *check(dashboard) {
    for (const items of gridSpaces(dashboard)) {
      // Of those that reach so far down, only a few are above a panel: the sweep keeps these alone.
      let open: GridItem[] = [];
      for (const item of items.filter(hasArea).toSorted(byReading)) {
        open = open.filter(({ y, h }) => y + h > item.y);
        const under = open.find(({ x, w }) => x < item.x + item.w && item.x < x + w);
        open.push(item);
        if (under === undefined) continue;
        yield {
          message: `the ${item.kind} lies on ${named(under)}: both take the cell ${cell(under, item)}, and Grafana moves one of them down`,
          path: item.gridPath,
          fix: `move the ${item.kind} to y ${under.y + under.h}, or beside ${named(under)}`,
        };
      }
    }
  },
};

function hasArea({ w, h }: GridItem): boolean {
  return w > 0 && h > 0;
}

/** The first cell that both take. */
function cell(left: GridItem, right: GridItem): string {
  return `x ${Math.max(left.x, right.x)}, y ${Math.max(left.y, right.y)}`;
}
