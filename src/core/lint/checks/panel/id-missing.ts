import type { DashboardCheck } from '../../check.js';
import { freeIds, identified } from '../../facts/ids.js';

/** Finds panels and rows without an id. */
export const idMissing: DashboardCheck = {
  id: 'panel/id-missing',
  severity: 'warning',
  summary: 'A panel or row has no id.',
  looksAt: 'dashboard',
  *check(dashboard) {
    const ids = freeIds(dashboard);
    for (const { what, written, path, idPath } of identified(dashboard)) {
      const isText = typeof written === 'string';
      if (!isText && written !== undefined && written !== null) continue;
      const free = ids.next().value;
      yield {
        message: isText
          ? `the id of this ${what} is the text ${JSON.stringify(written)}, not a number`
          : `the ${what} has no id: Grafana gives it another one at every load, and links to it do not last`,
        path,
        fix: `give the ${what} an id that no other has, such as ${free}`,
        ...(isText ? {} : { change: { path: idPath, value: free } }),
      };
    }
  },
};
