import type { DashboardCheck } from '../../check.js';
import { rowFinder } from '../../../document/find/row-of.js';
import type { ReadPanel, ReadRow } from '../../../document/read-dashboard.js';

/** Finds panels of one row that cannot be told apart by their titles. */
export const duplicateTitle: DashboardCheck = {
  id: 'panel/duplicate-title',
  severity: 'warning',
  summary: 'Two panels of a row have the same title.',
  looksAt: 'dashboard',
  *check(dashboard) {
    const rowOf = rowFinder(dashboard);
    const rows = new Map<ReadRow | string | undefined, Map<string, ReadPanel>>();
    for (const panel of dashboard.panels) {
      const title = panel.title.trim();
      if (title === '' || isClone(panel)) continue;
      const row = rowOf(panel);
      const titles = rows.get(row) ?? new Map<string, ReadPanel>();
      rows.set(row, titles);
      const first = titles.get(title);
      if (first === undefined) {
        titles.set(title, panel);
        continue;
      }
      const where = nameOf(row);
      yield {
        message: `${where} has two panels with the title "${title}"`,
        path: panel.places.title,
        fix: 'say in the titles what tells the two apart',
        // A number and its graph side by side are a habit, and no mistake.
        ...(first.type === panel.type ? {} : { severity: 'note' }),
      };
    }
  },
};

function nameOf(row: ReadRow | string | undefined): string {
  const title = typeof row === 'string' ? row : row?.title;
  return title === undefined || title === '' ? 'the dashboard' : `the row "${title}"`;
}

/** True where Grafana made a panel by repeating another. */
function isClone({ json }: ReadPanel): boolean {
  return typeof json['repeatPanelId'] === 'number' || json['repeatedByRow'] === true;
}
