import { masksMissing } from '../../../promql/analyze/masks-missing.js';
import type { PanelCheck } from '../../check.js';
import { showsNumbers } from '../../judge/panel-kinds.js';
import { textOf } from '../../../document/read/values.js';

/** Finds panels that show a number where there is no data. */
export const noValueNumber: PanelCheck = {
  id: 'panel/no-value-number',
  severity: 'warning',
  summary: 'A panel shows a number where there is no data.',
  looksAt: 'panel',
  *check(panel) {
    const { fieldDefaults, queries, places } = panel;
    const text = textOf(fieldDefaults['noValue'])?.trim() ?? '';
    if (!showsNumbers(panel) || !/^-?\d+(?:[.,]\d+)?\s*%?$/.test(text)) return;
    // Where a query has a number of its own for it, "No value" is never shown: promql/masked-missing-data.
    if (queries.some(({ node }) => node !== undefined && masksMissing(node).some(({ filter }) => filter === undefined)))
      return;
    yield {
      message: `where there is no data, the panel shows "${text}", as if it had been measured`,
      path: [...places.fieldDefaults, 'noValue'],
      fix: 'say in words that there is no data, or leave "No value" out',
    };
  },
};
