import type { DashboardCheck } from '../../check.js';
import { idChange, identified } from '../../judge/ids.js';

/** Finds panels and rows without an id. */
export const idMissing: DashboardCheck = {
  id: 'panel/id-missing',
  severity: 'warning',
  summary: 'A panel or row has no id.',
  looksAt: 'dashboard',
  *check(dashboard) {
    const missing = identified(dashboard).filter(({ written }) => written === undefined || written === null);
    const [first] = missing;
    if (first !== undefined) {
      // One finding for all: where one has none, as a rule none has.
      const others = missing.length - 1;
      yield {
        message: `the ${first.what}${others === 0 ? ' has' : ` and ${others} more ${others === 1 ? 'has' : 'have'}`} no id: Grafana counts them anew at every load, and links to a panel do not last`,
        path: first.path,
        fix: 'give each panel and row an id that no other has',
        changes: missing.flatMap((item) => idChange(item, dashboard).change ?? []),
      };
    }
    for (const item of identified(dashboard)) {
      const { what, written, path } = item;
      if (typeof written !== 'string') continue;
      yield {
        message: `the id of this ${what} is the text ${JSON.stringify(written)}, not a number`,
        path: [...path, 'id'],
        fix: `give the ${what} a number that no other has as its id`,
        ...idChange(item, dashboard),
      };
    }
  },
};
