import { quote } from '../../../promql/quote.js';
import type { QueryCheck } from '../../check.js';
import { matchersIn, placeOf } from '../../judge/matchers-in.js';
import { replacing } from '../../judge/place.js';

/** `^` and `$` around a pattern, which Prometheus anchors at both ends anyway. */
export const superfluousAnchors: QueryCheck = {
  id: 'promql/superfluous-anchors',
  severity: 'note',
  summary: 'A ^ or $ around a pattern that is anchored anyway',
  looksAt: 'query',
  *check(query) {
    for (const use of matchersIn(query)) {
      const { label, operator, value } = use.matcher;
      const bare = operator.endsWith('~')
        ? value.replace(/^\^/, '').replace(/(?<!\\)(?:\\\\)*\$$/, (end) => end.slice(0, -1))
        : value;
      if (bare === value) continue;
      const place = placeOf(query, use);
      const change = place && replacing(query, place.value, quote(bare));
      yield {
        message: `${label}${operator}"${value}" needs no anchors: Prometheus always matches the whole value`,
        ...(place && { range: place.value }),
        fix: `write ${label}${operator}${quote(bare)}`,
        ...(change && { change }),
      };
    }
  },
};
