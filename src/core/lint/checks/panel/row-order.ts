import type { DashboardCheck } from '../../check.js';
import { byReading, gridSpaces, named } from '../../../document/find/grid.js';

/** Finds panels that stand in the file in another order than in the dashboard. */
export const rowOrder: DashboardCheck = {
  id: 'panel/row-order',
  severity: 'note',
  summary: 'Panels or rows stand in the file in another order than they are shown in.',
  looksAt: 'dashboard',
  *check(dashboard) {
    for (const items of gridSpaces(dashboard)) {
      // One finding for each list: after the first, the rest follows from it.
      const late = items.findIndex((item, index) => index > 0 && byReading(items[index - 1] ?? item, item) > 0);
      const item = items[late];
      const before = items[late - 1];
      if (item === undefined || before === undefined) continue;
      yield {
        message: `${named(item)} stands in the file behind ${named(before)}, and in the dashboard before it`,
        path: item.path,
        fix: 'order the panels by y, then by x: Grafana does so when it saves, and the difference hides what changed',
      };
    }
  },
};
