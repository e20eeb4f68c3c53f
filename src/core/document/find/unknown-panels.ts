import type { ReadDashboard } from '../read-dashboard.js';

/** True where panels of the dashboard stand elsewhere, in Grafana's library: what they use is not known. */
export function hasUnknownPanels({ panels }: ReadDashboard): boolean {
  return panels.some(({ json }) => json['libraryPanel'] !== undefined && json['libraryPanel'] !== null);
}
