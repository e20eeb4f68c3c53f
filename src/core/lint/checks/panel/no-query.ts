import type { PanelCheck } from '../../check.js';
import { isLibraryPanel, needsQuery } from '../../judge/panel-kinds.js';
import { isRecord, listOf, textOf } from '../../../document/read/values.js';
import type { Json } from '../../../model/json.js';
import type { ReadPanel } from '../../../document/read-dashboard.js';

/** Finds panels that have nothing to show. */
export const noQuery: PanelCheck = {
  id: 'panel/no-query',
  severity: 'warning',
  summary: 'A panel that shows data has no query.',
  looksAt: 'panel',
  *check(panel) {
    if (!needsQuery(panel) || isLibraryPanel(panel) || isSnapshot(panel)) return;
    const targets = listOf(panel.json['targets']);
    if (targets.length === 0) {
      yield { message: `the ${panel.type} has no query`, fix: 'write a query or remove the panel' };
    } else if (targets.every(isEmpty)) {
      yield {
        message: `the ${panel.type} has no query: the text of its target is empty`,
        path: panel.places.targets,
        fix: 'write a query or remove the panel',
      };
    }
  },
};

/** True where a target is a Prometheus query without a text. Other datasources keep their queries elsewhere. */
function isEmpty(target: Json): boolean {
  return isRecord(target) && textOf(target['expr'])?.trim() === '' && target['queryType'] !== 'randomWalk';
}

/** True where the data is in the file itself. */
function isSnapshot({ json }: ReadPanel): boolean {
  return json['snapshotData'] !== undefined;
}
