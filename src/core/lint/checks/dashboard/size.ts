import type { DashboardCheck } from '../../check.js';
import { textsOf } from '../../../document/find/texts.js';
import { checkOptions } from '../../options/check-options.js';
import { wholeNumber } from '../../options/option.js';

const options = checkOptions('dashboard/size', {
  panels: wholeNumber(100, 'how many panels a dashboard may have', 1),
  characters: wholeNumber(1_000_000, 'how many characters its document may have', 1000),
});

/** A dashboard that is too large to load quickly or to read. */
export const size: DashboardCheck = {
  id: 'dashboard/size',
  severity: 'warning',
  summary: 'A dashboard with very many panels or a very large document',
  options,
  looksAt: 'dashboard',
  *check(dashboard, context) {
    const most = options.of(context);
    const { panels, path } = dashboard;
    const characters = textsOf(dashboard).size;
    const fix = 'split it, and link the parts';
    if (characters > most.characters) {
      const megabytes = (characters / 1_000_000).toFixed(1);
      yield {
        message: `the dashboard's document has about ${megabytes} million characters: every viewer loads all of it`,
        path,
        fix,
      };
    } else if (panels.length > most.panels) {
      yield { message: `the dashboard has ${panels.length} panels: it is slow to load and hard to read`, path, fix };
    }
  },
};
