import type { PanelCheck } from '../../check.js';
import { differingLabels } from '../../judge/differing-labels.js';
import { panelTargets } from '../../../document/find/panel-targets.js';

/** Finds tables that show one series, and hide the others behind a drop-down. */
export const tableOfSeries: PanelCheck = {
  id: 'panel/table-of-series',
  severity: 'warning',
  summary: 'A table is asked in the format of time series, or with several queries, and shows the first result alone.',
  looksAt: 'panel',
  *check(panel, dashboard, { catalog }) {
    const { type, json, transformations, queries } = panel;
    // The Angular table put rows together by "transform", and had "styles".
    if (type !== 'table' || transformations.length > 0 || json['transform'] !== undefined || 'styles' in json) return;
    const visible = panelTargets(panel, dashboard).filter(({ hidden }) => !hidden);
    const [, second] = visible;
    if (second !== undefined) {
      yield {
        message: `the table has ${visible.length} queries, and shows the result of one: the others are behind a drop-down`,
        path: second.path,
        fix: 'add the transformation "merge" or "joinByField"',
      };
      return;
    }
    for (const { node, json: target, path, hidden } of queries) {
      if (node === undefined || hidden || ![undefined, '', 'time_series'].includes(target['format'] as string))
        continue;
      const { labels, others } = differingLabels(node, catalog);
      if (labels.length === 0 && !others) continue;
      yield {
        message:
          'the query is asked in the format of time series, so that the table shows one series and hides the others behind a drop-down',
        path,
        fix: 'set the format "table"',
      };
    }
  },
};
