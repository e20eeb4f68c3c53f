import type { DashboardCheck } from '../../check.js';
import { idChange, identified, type Identified } from '../../judge/ids.js';

/** Finds ids that two panels have. */
export const idDuplicate: DashboardCheck = {
  id: 'panel/id-duplicate',
  severity: 'error',
  summary: 'Two panels or rows have the same id.',
  looksAt: 'dashboard',
  *check(dashboard) {
    const first = new Map<number, Identified>();
    for (const item of identified(dashboard)) {
      if (item.id === undefined || item.id === 0) continue;
      const other = first.get(item.id);
      if (other === undefined) {
        first.set(item.id, item);
        continue;
      }
      yield {
        message: `the id ${item.id} is that of the ${other.what} "${other.title}" already: links, alerts and embedded views of ${item.id} reach one of the two only`,
        path: item.idPath,
        fix: `give this ${item.what} an id that no other has`,
        ...idChange(item, dashboard),
      };
    }
  },
};
