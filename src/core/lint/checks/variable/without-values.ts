import type { VariableCheck } from '../../check.js';
import { customOptions } from '../../../document/find/custom-options.js';

/** A variable of written values without any: its drop-down is empty, and so is what its queries match. */
export const withoutValues: VariableCheck = {
  id: 'variable/without-values',
  severity: 'error',
  summary: 'A custom or interval variable without values',
  looksAt: 'variable',
  *check({ name, type, query, options, includeAll, allValue, json, path }) {
    if ((type !== 'custom' && type !== 'interval') || options.length > 0 || json['auto'] === true) return;
    if ((query !== undefined && customOptions(query) !== undefined) || (includeAll && (allValue ?? '') !== '')) return;
    if (query === undefined && json['query'] !== undefined) return; // something, but not what Grafana writes
    yield {
      message: `the variable "${name}" has no values to choose from`,
      path,
      fix: `write its values: "query": "a,b,c"`,
    };
  },
};
