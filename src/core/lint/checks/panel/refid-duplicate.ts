import type { PanelCheck } from '../../check.js';
import { freeRefId, panelTargets } from '../../../document/find/panel-targets.js';
import { listOf } from '../../../document/read/values.js';
import type { ReadPanel } from '../../../document/read-dashboard.js';

/** Finds ref ids that two targets of a panel have. */
export const refidDuplicate: PanelCheck = {
  id: 'panel/refid-duplicate',
  severity: 'error',
  summary: 'Two targets of a panel have the same ref id.',
  looksAt: 'panel',
  *check(panel, dashboard) {
    if (listOf(panel.json['targets']).length < 2) return;
    const seen = new Set<string>();
    const targets = panelTargets(panel, dashboard);
    const taken = new Set(targets.map(({ refId }) => refId));
    for (const { refId, refIdPath } of targets) {
      if (refId === undefined || refId === '') continue;
      if (seen.has(refId)) {
        const free = freeRefId(taken);
        taken.add(free);
        yield {
          message: `two targets of the panel have the ref id "${refId}", so that the answer of one takes the place of the other`,
          path: refIdPath,
          fix: 'give each target a ref id of its own',
          // What names the ref id may mean either.
          ...(isNamed(panel, refId) ? {} : { change: { path: refIdPath, value: free } }),
        };
      }
      seen.add(refId);
    }
  },
};

/** True where an expression, an override or a transformation of a panel may name a ref id. */
function isNamed({ json, overrides, transformations, others }: ReadPanel, refId: string): boolean {
  const named = JSON.stringify([overrides, transformations]).includes(JSON.stringify(refId));
  return named || others.includes('__expr__') || JSON.stringify(json['targets'] ?? []).includes('"__expr__"');
}
