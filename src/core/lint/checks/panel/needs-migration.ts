import type { PanelCheck } from '../../check.js';
import { panelTypeOf } from '../../../model/panel-types.js';
import type { ReadPanel } from '../../../document/read-dashboard.js';

/** Finds panels of Angular, which Grafana 12 does not have any more. */
export const needsMigration: PanelCheck = {
  id: 'panel/needs-migration',
  severity: 'warning',
  summary: 'A panel has a type that Grafana replaced.',
  looksAt: 'panel',
  *check(panel, { form, schemaVersion = 0 }) {
    const becomes = panelTypeOf(panel.type)?.becomes;
    if (becomes !== undefined) {
      yield {
        message: `Grafana 12 has no panel "${panel.type}" any more: it loads it as "${becomes}" and guesses the options`,
        path: form === 'v2' ? panel.path : [...panel.path, 'type'],
        fix: `open the dashboard, look at what became of the panel, and save it as "${becomes}"`,
      };
    } else if (isAngularTable(panel, schemaVersion)) {
      yield {
        message:
          'the options of this table are those of before Grafana 7: newer versions load it as another panel and guess the options',
        path: [...panel.path, 'styles'],
        fix: 'open the dashboard, look at what became of the panel, and save it',
      };
    }
  },
};

/** True where a table is the Angular one, which had the same name until schema version 24. */
function isAngularTable({ type, json }: ReadPanel, schemaVersion: number): boolean {
  return type === 'table' && schemaVersion < 24 && Array.isArray(json['styles']);
}
