import type { LintedDashboard } from '../subject.js';

/** Whether panels of the dashboard stand elsewhere, in Grafana's library: what they use is not known. */
export function hasUnknownPanels({ panels }: LintedDashboard): boolean {
  return panels.some(({ json }) => json['libraryPanel'] !== undefined && json['libraryPanel'] !== null);
}
