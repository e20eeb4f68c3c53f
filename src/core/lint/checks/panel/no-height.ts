import type { PanelCheck } from '../../check.js';
import { numberOf, recordOf } from '../../../document/read/values.js';

/** Finds panels of no size, which nobody sees, and panels without a place. */
export const noHeight: PanelCheck = {
  id: 'panel/no-height',
  severity: 'error',
  summary: 'A panel has no height or no width.',
  looksAt: 'panel',
  *check({ grid, json, places, path }, { form }) {
    if (grid !== undefined) {
      for (const side of ['h', 'w'] as const) {
        if (grid[side] > 0) continue;
        yield {
          message: `the panel is ${grid[side]} ${side === 'h' ? 'high' : 'wide'}, so nobody sees it`,
          path: form === 'v2' ? places.grid : [...places.grid, side],
          fix: `give the panel ${side === 'h' ? 'a height, such as 8' : 'a width, such as 12'}`,
        };
      }
    } else if (form === 'classic' && isInGrid(path)) {
      const written = recordOf(json['gridPos']);
      const missing = ['x', 'y', 'w', 'h'].filter((side) => numberOf(written[side]) === undefined);
      yield {
        message: `the gridPos of the panel has no number for ${missing.join(', ')}, and Grafana fills in its own`,
        path: json['gridPos'] === undefined ? path : places.grid,
        fix: 'write x, y, w and h',
        severity: 'warning',
      };
    }
  },
};

/** True where a panel stands in a grid: before Grafana 5, panels had a span in their row instead. */
function isInGrid(path: readonly (string | number)[]): boolean {
  return !path.includes('rows');
}
