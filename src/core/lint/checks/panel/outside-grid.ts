import type { PanelCheck } from '../../check.js';
import { gridColumns } from '../../../document/find/grid.js';

/** Finds panels that reach beyond the grid. */
export const outsideGrid: PanelCheck = {
  id: 'panel/outside-grid',
  severity: 'error',
  summary: 'A panel reaches beyond the 24 columns of the grid, or above or left of it.',
  looksAt: 'panel',
  *check({ grid, places }) {
    if (grid === undefined) return;
    const { x, y, w } = grid;
    if (x < 0 || y < 0) {
      yield {
        message: `the panel is at x ${x}, y ${y}, and the grid begins at 0`,
        path: places.grid,
        fix: 'move the panel into the grid',
      };
    } else if (x + w > gridColumns) {
      yield {
        message: `the panel reaches from column ${x} to ${x + w}, and the grid has ${gridColumns} columns`,
        path: places.grid,
        fix:
          w > gridColumns
            ? `make the panel ${gridColumns} columns wide at most`
            : `move the panel to x ${gridColumns - w} or make it narrower`,
      };
    }
  },
};
