import type { DashboardCheck } from '../../check.js';
import { textsOf } from '../../facts/texts.js';

/** More than these, and a dashboard is slow to load and hard to read. */
const mostPanels = 100;
const mostCharacters = 1_000_000;

/** A dashboard that is too large to load quickly or to read. */
export const size: DashboardCheck = {
  id: 'dashboard/size',
  severity: 'warning',
  summary: 'A dashboard with very many panels or a very large document',
  looksAt: 'dashboard',
  *check(dashboard) {
    const { panels, path } = dashboard;
    const characters = textsOf(dashboard).size;
    const fix = 'split it, and link the parts';
    if (characters > mostCharacters) {
      const megabytes = (characters / 1_000_000).toFixed(1);
      yield {
        message: `the dashboard's document has about ${megabytes} million characters: every viewer loads all of it`,
        path,
        fix,
      };
    } else if (panels.length > mostPanels) {
      yield { message: `the dashboard has ${panels.length} panels: it is slow to load and hard to read`, path, fix };
    }
  },
};
