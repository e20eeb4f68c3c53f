import { print } from '../../../promql/print.js';
import type { PanelCheck } from '../../check.js';
import { at } from '../../judge/known-problems.js';
import { textOf } from '../../../document/read/values.js';
import type { ReadQuery } from '../../../document/read-dashboard.js';

/** The same query twice in a panel: usually a copy in which the difference was forgotten. */
export const duplicateQuery: PanelCheck = {
  id: 'promql/duplicate-query',
  severity: 'warning',
  summary: 'The same query twice in a panel',
  looksAt: 'panel',
  *check({ queries }) {
    const before = new Map<string, string>();
    for (const [index, query] of queries.entries()) {
      if (query.node === undefined) continue;
      const asked = `${howAsked(query)} ${print(query.node)}`;
      const name = query.refId ?? `${index + 1}`;
      const first = before.get(asked);
      if (first === undefined) {
        before.set(asked, name);
        continue;
      }
      yield {
        message: `query ${name} asks the same as query ${first}`,
        path: query.exprPath,
        ...at(query, query.node),
        fix: 'remove one of them, or write what the copy was made for',
      };
    }
  },
};

/** How and where a query is asked, as one text. */
function howAsked({ datasource, instant, range, json }: ReadQuery): string {
  return [datasource.uid, instant, range, textOf(json['format']) ?? 'time_series', textOf(json['interval'])].join(' ');
}
