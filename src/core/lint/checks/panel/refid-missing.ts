import type { PanelCheck } from '../../check.js';
import { freeRefId, panelTargets } from '../../../document/find/panel-targets.js';

/** Finds targets without a ref id. */
export const refidMissing: PanelCheck = {
  id: 'panel/refid-missing',
  severity: 'warning',
  summary: 'A target has no ref id.',
  looksAt: 'panel',
  *check(panel, dashboard) {
    const targets = panelTargets(panel, dashboard);
    const taken = new Set(targets.map(({ refId }) => refId));
    for (const { refId, path, refIdPath } of targets) {
      if (refId !== undefined && refId.trim() !== '') continue;
      const free = freeRefId(taken);
      taken.add(free);
      yield {
        message: 'the target has no ref id, by which overrides, expressions and alerts name it',
        path,
        fix: `give the target the ref id "${free}"`,
        change: { path: refIdPath, value: free },
      };
    }
  },
};
