import type { PanelCheck } from '../../check.js';
import { queryName } from '../../../document/find/query-name.js';
import { queryUnit } from '../../judge/query-unit.js';
import { listOf, numberOf, recordOf } from '../../../document/read/values.js';
import type { ReadPanel } from '../../../document/read-dashboard.js';

/** Finds tiles in which yes and no look alike. */
export const bareYesOrNo: PanelCheck = {
  id: 'panel/bare-yes-or-no',
  severity: 'note',
  summary: 'A tile shows yes or no as 1 or 0, in one colour.',
  looksAt: 'panel',
  *check(panel, _dashboard, { catalog }) {
    if (panel.type !== 'stat' || panel.transformations.length > 0 || panel.overrides.length > 0 || tells(panel)) return;
    const query = panel.queries.find(
      ({ node, hidden }) => node !== undefined && !hidden && queryUnit(node, catalog)?.base === 'bool',
    );
    if (query === undefined) return;
    yield {
      message: `${queryName(query)} is 1 or 0, and the tile shows both in one colour and as a number`,
      path: panel.places.fieldDefaults,
      fix: 'map 0 and 1 to words, and give the thresholds a colour for each',
    };
  },
};

/** True where words or colours tell 0 from 1. Grafana's own thresholds change at 80. */
function tells({ fieldDefaults }: ReadPanel): boolean {
  if (listOf(fieldDefaults['mappings']).length > 0) return true;
  return listOf(recordOf(fieldDefaults['thresholds'])['steps']).some((step) => {
    const value = numberOf(recordOf(step)['value']);
    return value !== undefined && value > 0 && value <= 1;
  });
}
