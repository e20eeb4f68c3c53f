import type { PanelCheck } from '../../check.js';
import { legendLabels } from '../../../document/find/legend.js';
import { lostLabel } from '../../judge/query-labels.js';

/** Finds legends that name a label which the query does not return. */
export const legendLabel: PanelCheck = {
  id: 'panel/legend-label',
  severity: 'error',
  summary: 'A legend names a label that the query does not return.',
  looksAt: 'panel',
  *check({ queries }, _dashboard, { catalog, pack }) {
    for (const { node, legend = '', json, path } of queries) {
      if (node === undefined || json['format'] === 'table') continue; // a table has no legend
      const labels = new Set(legendLabels(legend).map(({ label }) => label));
      for (const label of labels) {
        const lost = lostLabel(node, label, catalog);
        if (lost === undefined) continue;
        const returned = lost.returned?.join(', ') === '' ? 'no label' : lost.returned?.join(', ');
        yield {
          message: `the legend names the label "${label}", which the query does not return${returned === undefined ? ': without drops it' : `; it returns ${returned}`}`,
          path: [...path, 'legendFormat'],
          fix: `leave {{${label}}} out of the legend, or keep the label in the aggregation`,
          // A catalog that is not the pack's may not know the labels that a scrape adds.
          ...(lost.certain || pack !== undefined ? {} : { severity: 'warning' }),
        };
      }
    }
  },
};
