import type { PanelCheck } from '../../check.js';
import { panelTargets } from '../../facts/panel-targets.js';

/** Finds ref ids that two targets of a panel have. */
export const refidDuplicate: PanelCheck = {
  id: 'panel/refid-duplicate',
  severity: 'error',
  summary: 'Two targets of a panel have the same ref id.',
  looksAt: 'panel',
  *check(panel, dashboard) {
    const seen = new Set<string>();
    for (const { refId, refIdPath } of panelTargets(panel, dashboard)) {
      if (refId === undefined || refId === '') continue;
      if (seen.has(refId)) {
        yield {
          message: `two targets of the panel have the ref id "${refId}", so that the answer of one takes the place of the other`,
          path: refIdPath,
          fix: 'give each target a ref id of its own',
        };
      }
      seen.add(refId);
    }
  },
};
