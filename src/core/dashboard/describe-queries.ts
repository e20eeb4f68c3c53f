import type { CatalogLookup } from '../catalog/lookup.js';
import type { AnyPanel } from '../panel/panel.js';
import { seriesUsed } from '../promql/analyze/metrics.js';

/** What a panel's metrics mean, from their help: the description where the author gave none. */
export function descriptionOf(panel: AnyPanel, lookup: CatalogLookup): string | undefined {
  const lines = new Set<string>();
  for (const query of panel.queries) {
    for (const { family } of seriesUsed(query.node, lookup)) {
      if (family !== undefined) lines.add(`\`${family.name}\`: ${family.help}`);
    }
  }
  return lines.size === 0 ? undefined : [...lines].join('\n\n');
}
