import type { DashboardCheck } from '../../check.js';
import { idChange, identified, isId } from '../../judge/ids.js';

/** Finds ids that Grafana replaces: zero, negative numbers and fractions. */
export const idZero: DashboardCheck = {
  id: 'panel/id-zero',
  severity: 'warning',
  summary: 'The id of a panel or row is not a whole number from 1 up.',
  looksAt: 'dashboard',
  *check(dashboard) {
    for (const item of identified(dashboard)) {
      const { what, id, written, idPath } = item;
      if (id === undefined || isId(written)) continue;
      yield {
        message:
          id === 0
            ? `the id of this ${what} is 0, which Grafana takes for no id`
            : `the id of this ${what} is ${id}, and ids are whole numbers from 1 up`,
        path: idPath,
        fix: `give the ${what} an id that no other has`,
        ...idChange(item, dashboard),
      };
    }
  },
};
